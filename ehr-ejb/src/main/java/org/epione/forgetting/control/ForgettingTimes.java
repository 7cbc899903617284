package org.epione.forgetting.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.epione.settings.Settings;

/**
 * How long it takes at least: {@code EPIONE_FORGETTING_DAYS} (default 7, 0 to 30) from the request
 * to the release. Until then, and until somebody releases it, the patient can take it back.
 */
@ApplicationScoped
public class ForgettingTimes {

  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Whole milliseconds, as in all that is signed. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** When what is asked for now can be released. */
  Instant earliest() {
    return now().plus(Duration.ofDays(settings.number("epione.forgetting.days", 7, 0, 30)));
  }
}
