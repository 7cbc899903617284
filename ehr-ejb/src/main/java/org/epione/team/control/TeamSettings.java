package org.epione.team.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.epione.settings.Settings;

/** What an installation may set for its teams. */
@ApplicationScoped
public class TeamSettings {

  @Inject private Settings settings;

  /** How often the parts of one episode can be sent back: BC-EMR's limit of signing again. */
  public int resignLimit() {
    return settings.number("epione.team.resign.limit", 3, 0, 100);
  }

  /** After how long a turn counts as overdue. */
  public Duration turnTime() {
    return Duration.ofHours(settings.number("epione.team.turn.hours", 24, 1, 24 * 365));
  }

  /** How long a patient's warrants hold. */
  public Duration warrantTime() {
    return Duration.ofDays(settings.number("epione.team.warrant.days", 30, 1, 365));
  }
}
