package org.epione.web.input;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days that people choose, as moments: a day is one of UTC, as all times on pages are. */
public final class Days {

  private Days() {}

  /** The day that it is. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The first moment of the day. */
  public static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first moment after the day. */
  public static Instant end(LocalDate day) {
    return begin(day.plusDays(1));
  }

  /** The last moment of the day, to the millisecond, as records on the chain have it. */
  public static Instant last(LocalDate day) {
    return end(day).minusMillis(1);
  }
}
