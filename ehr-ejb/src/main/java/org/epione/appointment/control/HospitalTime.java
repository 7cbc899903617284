package org.epione.appointment.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.epione.settings.Settings;

/**
 * The time zone of the hospitals of this server: {@code EPIONE_TIME_ZONE}, for example {@code
 * Europe/Vienna}; without it UTC.
 */
@ApplicationScoped
public class HospitalTime {

  @Inject private Settings settings;

  private ZoneId zone = ZoneOffset.UTC;

  /** Called by the container. */
  @PostConstruct
  void configure() {
    zone = settings.timeZone();
  }

  public ZoneId zone() {
    return zone;
  }

  /** When the clocks show that, the first time where they show it twice; empty if they never do. */
  Optional<Instant> instant(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.stream().findFirst().map(local::toInstant);
  }
}
