package org.epione.recovery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.epione.settings.Settings;

/**
 * How long a recovery waits for the hospital, and from its approval on for the rest: {@code
 * EPIONE_RECOVERY_HOURS} (default 24, 1 to 168) each.
 */
@ApplicationScoped
public class RecoveryTimes {

  @Inject private Settings settings;
  @Inject private Clock clock;

  Instant now() {
    return clock.instant();
  }

  Instant end() {
    return now().plus(Duration.ofHours(settings.number("epione.recovery.hours", 24, 1, 168)));
  }
}
