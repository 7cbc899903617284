package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeRow;
import org.jspecify.annotations.Nullable;

/** The list of a hospital's episodes. */
@Named
@RequestScoped
public class EpisodesPage {

  @EJB private EpisodeDesk desk;

  private @Nullable List<EpisodeRow> rows;

  public List<EpisodeRow> getRows() {
    if (rows == null) {
      rows = desk.episodes();
    }
    return rows;
  }

  /** How a state is marked: good, warn, bad, or not at all. */
  public String mark(String state) {
    return switch (state) {
      case "FINAL" -> "good";
      case "STOPPED", "REJECTED", "DECLINED" -> "bad";
      case "AWAITING_WARRANTS" -> "warn";
      default -> "";
    };
  }
}
