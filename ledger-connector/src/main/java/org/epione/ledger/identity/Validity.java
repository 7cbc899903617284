package org.epione.ledger.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * The time from {@code notBefore} to {@code notAfter}, both included, to the millisecond.
 *
 * @param notBefore first moment
 * @param notAfter last moment
 */
public record Validity(Instant notBefore, Instant notAfter) {

  /** Drops what is finer than a millisecond, and refuses an end before the start. */
  public Validity {
    notBefore = notBefore.truncatedTo(ChronoUnit.MILLIS);
    notAfter = notAfter.truncatedTo(ChronoUnit.MILLIS);
    if (notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException("validity ends before it starts");
    }
  }

  /** Whether {@code time} lies within. */
  public boolean includes(Instant time) {
    return !time.isBefore(notBefore) && !time.isAfter(notAfter);
  }

  /** Adds it to an encoding: two times. */
  public void write(CanonicalWriter to) {
    to.instant(notBefore).instant(notAfter);
  }

  /** Reads what {@link #write} wrote. */
  public static Validity read(CanonicalReader from) {
    return new Validity(from.instant(), from.instant());
  }
}
