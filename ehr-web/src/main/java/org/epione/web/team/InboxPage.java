package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.epione.team.boundary.TurnEntry;
import org.epione.team.boundary.Turns;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A doctor's inbox. */
@Named
@RequestScoped
public class InboxPage {

  @EJB private Turns turns;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private @Nullable List<TurnEntry> rows;

  public List<TurnEntry> getRows() {
    if (rows == null) {
      rows = turns.inbox();
    }
    return rows;
  }

  /** For how long a turn has been waiting. */
  public String age(Instant since) {
    Duration age = Duration.between(since, clock.instant());
    if (age.toDays() > 0) {
      return texts.get("teamText", "age.days", age.toDays());
    }
    return age.toHours() > 0
        ? texts.get("teamText", "age.hours", age.toHours())
        : texts.get("teamText", "age.minutes", Math.max(0, age.toMinutes()));
  }
}
