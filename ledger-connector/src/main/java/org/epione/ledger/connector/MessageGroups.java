package org.epione.ledger.connector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The way of messages that come in on several threads: signatures are verified in batches, on half
 * of the processors (on more, the batches would be smaller, and each signature dearer), then a
 * group of messages is taken in by one transaction, then one of them sees for all what is due on
 * the chain, while the others are done. So a full queue costs no transaction for each message, and
 * takes more in while a block is made.
 */
final class MessageGroups {

  /** As many as the queue has sessions, or more. */
  private static final int MOST = 64;

  private final Combining<byte[], Boolean> verifying;
  private final Combining<byte[], Optional<String>> receiving;
  private final DueWork<String> stepping;

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
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            MOST,
            messages -> {
              verify.accept(messages);
              return messages.stream().map(message -> true).toList();
            });
    this.receiving = new Combining<>(1, MOST, receive);
    this.stepping = new DueWork<>(steps);
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
   * Does what is due on a chain, or leaves it to the thread that is at it.
   *
   * @throws RuntimeException if it could not be done
   */
  void step(String hospital) {
    stepping.due(hospital);
  }
}
