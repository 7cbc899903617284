package org.epione.emergency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.settings.Settings;

/**
 * How long things of an emergency take at most: it waits an hour for decisions; it is open for
 * {@code EPIONE_EMERGENCY_HOURS} (default 4, 1 to 24) from the system manager's release on, whose
 * setting counts; its review should be closed after {@code EPIONE_EMERGENCY_REVIEW_DAYS} (default
 * 7, 1 to 90).
 */
@ApplicationScoped
public class EmergencyTimes {

  private static final Duration WAIT = Duration.ofHours(1);

  @Inject private Settings settings;
  @Inject private Clock clock;

  Instant now() {
    return clock.instant();
  }

  /** Until when one that is asked for now waits. */
  Instant waits() {
    return now().plus(WAIT);
  }

  /** Until when the doctor asks to read: for as long as it can be open once it is decided. */
  Instant asksUntil() {
    return waits().plus(EmergencyOpenedBody.LONGEST);
  }

  /** Until when one that is released now is open. */
  Instant open() {
    return now().plus(Duration.ofHours(settings.number("epione.emergency.hours", 4, 1, 24)));
  }

  /** What was opened before that should have been reviewed by now. */
  Instant reviewLimit() {
    return now().minus(Duration.ofDays(settings.number("epione.emergency.review.days", 7, 1, 90)));
  }
}
