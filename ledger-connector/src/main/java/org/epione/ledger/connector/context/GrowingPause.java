package org.epione.ledger.connector.context;

import java.time.Duration;

/** How long to wait for an answer before asking again: five seconds, then ever longer. */
public final class GrowingPause {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LAST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 10;

  private GrowingPause() {}

  /** After so many attempts; at most an hour. */
  public static Duration after(int attempts) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), MOST_DOUBLINGS));
    return pause.compareTo(LAST) > 0 ? LAST : pause;
  }
}
