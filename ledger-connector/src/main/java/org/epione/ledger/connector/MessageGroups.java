package org.epione.ledger.connector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The way of messages that come in on several threads: signatures are verified in batches, on all
 * processors, then a group of messages is taken in by one transaction, then it is seen once for all
 * of them what is due on the chain. So a full queue costs no transaction for each message.
 */
final class MessageGroups {

  /** As many as the queue has sessions, or more. */
  private static final int MOST = 64;

  private final Combining<byte[], Boolean> verifying;
  private final Combining<byte[], Optional<String>> receiving;
  private final Combining<String, Boolean> stepping;

  /**
   * The way through a ledger.
   *
   * @param verify verifies signatures, so that they need not be verified later
   * @param receive takes messages in, all or none, and says on which chains there may be something
   *     to do now
   * @param steps does what is due on a chain
   */
  MessageGroups(
      Consumer<List<byte[]>> verify,
      Function<List<byte[]>, List<Optional<String>>> receive,
      Consumer<String> steps) {
    this.verifying =
        new Combining<>(
            Runtime.getRuntime().availableProcessors(),
            MOST,
            messages -> {
              verify.accept(messages);
              return messages.stream().map(message -> true).toList();
            });
    this.receiving = new Combining<>(1, MOST, receive);
    this.stepping =
        new Combining<>(
            1,
            MOST,
            hospitals -> {
              hospitals.stream().distinct().forEach(steps);
              return hospitals.stream().map(hospital -> true).toList();
            });
  }

  /**
   * Takes a message in.
   *
   * @return the hospital on whose chain there may be something to do now
   * @throws RuntimeException if the message could not be taken in
   */
  Optional<String> receive(byte[] message) {
    verifying.ask(message);
    return receiving.ask(message);
  }

  /**
   * Does what is due on a chain.
   *
   * @throws RuntimeException if it could not be done
   */
  void step(String hospital) {
    stepping.ask(hospital);
  }
}
