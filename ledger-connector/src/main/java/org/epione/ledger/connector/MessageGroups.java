package org.epione.ledger.connector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The way of messages that come in on several threads: signatures are verified in batches, on all
 * processors, then a group of messages is taken in by one transaction, then it is seen once for all
 * of them what is due on the chain. So a full queue costs no transaction for each message.
 */
final class MessageGroups {

  /** As many as the queue has sessions, or more. */
  private static final int MOST = 64;

  private static final Logger LOG = Logger.getLogger(MessageGroups.class.getName());

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
              hospitals.stream().distinct().forEach(hospital -> step(steps, hospital));
              return hospitals.stream().map(hospital -> true).toList();
            });
  }

  /**
   * Takes a message in; what is due because of it is done, or left to the timer.
   *
   * @throws RuntimeException if the message could not be taken in
   */
  void receive(byte[] message) {
    verifying.ask(message);
    receiving.ask(message).ifPresent(stepping::ask);
  }

  /** The message is done: if this fails, the block maker's timer does it later. */
  private static void step(Consumer<String> steps, String hospital) {
    try {
      steps.accept(hospital);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> "block of " + hospital + " is left to the timer");
    }
  }
}
