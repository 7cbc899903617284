package org.epione.demo.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for something that the servers do by themselves, by asking again and again until a
 * deadline. Each wait names what it waits for and where to look when it does not come.
 */
public final class Waiting {
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(150);

  private final Clock clock;
  private final Duration patience;

  /** Waits at most that long for each thing. */
  public Waiting(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Asks until there is an answer.
   *
   * @param what what is waited for, for example "the receipt of the chain"
   * @param whereToLook what to look at when it does not come
   * @throws WaitedInVain after the deadline
   * @throws PortalAway where the question found the portal away
   */
  public <T> T until(String what, String whereToLook, Supplier<Optional<T>> question) {
    Instant deadline = clock.instant().plus(patience);
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (clock.instant().isAfter(deadline)) {
        throw new WaitedInVain(what, patience, whereToLook);
      }
      pause(what);
    }
  }

  /** Asks until the answer is yes. */
  public void untilTrue(String what, String whereToLook, Supplier<Boolean> question) {
    until(what, whereToLook, () -> question.get() ? Optional.of(true) : Optional.empty());
  }

  /** Waits as long as between two questions; {@code what} is waited for. */
  public void aMoment(String what) {
    pause(what);
  }

  private static void pause(String what) {
    try {
      Thread.sleep(BETWEEN_QUESTIONS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted(what, e);
    }
  }
}
