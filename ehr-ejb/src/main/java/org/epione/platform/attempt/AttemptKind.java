package org.epione.platform.attempt;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is counted, and how hard failures weigh. */
public enum AttemptKind {
  /**
   * One account, or one name that is none: from the fourth failure on a wait that doubles from two
   * seconds, and after ten a lock that an administrator lifts.
   */
  ACCOUNT(3, Duration.ofSeconds(2), Duration.ofSeconds(64), 10, null),
  /**
   * One source, behind which may be a whole hospital: from the fiftieth failure on a wait, never a
   * lock; forgotten after a quarter of an hour without failure.
   */
  SOURCE(
      50, Duration.ofSeconds(5), Duration.ofMinutes(10), Integer.MAX_VALUE, Duration.ofMinutes(15));

  private final int free;
  private final Duration firstWait;
  private final Duration longestWait;
  private final int lockAfter;
  private final Optional<Duration> forgottenAfter;

  AttemptKind(
      int free,
      Duration firstWait,
      Duration longestWait,
      int lockAfter,
      @Nullable Duration forgottenAfter) {
    this.free = free;
    this.firstWait = firstWait;
    this.longestWait = longestWait;
    this.lockAfter = lockAfter;
    this.forgottenAfter = Optional.ofNullable(forgottenAfter);
  }

  /** How long to wait after so many failures; empty: until it is unlocked. */
  Optional<Duration> waitAfter(int failures) {
    if (failures >= lockAfter) {
      return Optional.empty();
    }
    if (failures <= free) {
      return Optional.of(Duration.ZERO);
    }
    Duration wait = firstWait.multipliedBy(1L << Math.min(failures - free - 1, 20));
    return Optional.of(wait.compareTo(longestWait) > 0 ? longestWait : wait);
  }

  Optional<Duration> forgottenAfter() {
    return forgottenAfter;
  }
}
