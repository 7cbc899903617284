package org.epione.web.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.epione.team.boundary.TeamChangeView;
import org.epione.web.shell.Texts;

/** A change of a team in words. */
@Named
@ApplicationScoped
public class TeamWords {

  @Inject private Texts texts;

  /** Who goes and who comes, in one sentence. */
  public String what(TeamChangeView change) {
    String key =
        change.leftOut().isEmpty()
            ? "change.added"
            : change.joined().isEmpty() ? "change.leftOut" : "change.replaced";
    return texts.get(
        "teamText", key, change.place(), change.leftOut().orElse(""), change.joined().orElse(""));
  }

  /** How where it stands is marked. */
  public String mark(TeamChangeView change) {
    return switch (change.state()) {
      case "IN_FORCE" -> "good";
      case "PROPOSED", "AGREED" -> "warn";
      case "REJECTED" -> "bad";
      default -> "";
    };
  }
}
