package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Objects;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeView;
import org.epione.web.error.PageMessages;
import org.jspecify.annotations.Nullable;

/** One episode as registrar and administrator follow it. */
@Named
@RequestScoped
public class EpisodePage {

  @EJB private EpisodeDesk desk;

  private String id = "";
  private @Nullable EpisodeView episode;

  /** Called when the page is shown. */
  public void load() {
    try {
      episode = desk.episode(id);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  public @Nullable EpisodeView getEpisode() {
    return episode;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = Objects.requireNonNullElse(id, "");
  }
}
