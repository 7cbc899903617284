package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.BlockView;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeView;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.epione.web.shell.Times;
import org.jspecify.annotations.Nullable;

/** One episode as registrar and administrator follow it. */
@Named
@RequestScoped
public class EpisodePage {

  @EJB private EpisodeDesk desk;
  @Inject private Texts texts;
  @Inject private Times times;

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

  /** Where a record stands on the chain, in words. */
  public String place(Optional<BlockView> block) {
    return block
        .map(
            at ->
                texts.get(
                    "teamText", "chain.block", at.height(), at.index(), times.text(at.time())))
        .orElseGet(() -> texts.get("teamText", "chain.none"));
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
