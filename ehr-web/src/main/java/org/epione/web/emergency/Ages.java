package org.epione.web.emergency;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something has been open, in the largest unit: {@code 12 min}, {@code 3 h}, {@code 2 d}.
 */
final class Ages {

  private Ages() {}

  static String text(Instant since, Instant now) {
    Duration age = Duration.between(since, now);
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
  }
}
