package org.epione.ledger.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the parts of a report have to be. */
final class ReportText {

  private ReportText() {}

  /** Refuses text that is empty, too long or holds what cannot be shown. */
  static void require(String text, int max, String what) {
    if (text.isEmpty()
        || text.length() > max
        || text.codePoints().anyMatch(c -> Character.isISOControl(c) || isSurrogate(c))) {
      throw new IllegalArgumentException(
          what + " has 1 to " + max + " characters, none of control");
    }
  }

  /** Times in reports are to the millisecond. */
  static Instant time(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
