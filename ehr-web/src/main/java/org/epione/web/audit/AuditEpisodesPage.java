package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.audit.boundary.Audit;
import org.epione.audit.boundary.ChainView;
import org.epione.audit.boundary.EpisodeSummary;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.jspecify.annotations.Nullable;

/** The episodes on a hospital's chain, by pseudonym. */
@Named("auditEpisodesPage")
@ViewScoped
public class AuditEpisodesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @EJB private transient Audit audit;

  private String hospital = "";
  private transient @Nullable List<ChainView> chains;
  private transient @Nullable List<EpisodeSummary> episodes;

  /** Shows another hospital's episodes. */
  public void choose() {
    episodes = null;
  }

  public List<ChainView> getChains() {
    if (chains == null) {
      chains = audit.chains().stream().filter(chain -> chain.height() >= 0).toList();
    }
    return chains;
  }

  public List<EpisodeSummary> getEpisodes() {
    if (episodes == null) {
      episodes = load();
    }
    return episodes;
  }

  public String getHospital() {
    if (hospital.isEmpty() && !getChains().isEmpty()) {
      hospital = getChains().get(0).hospital();
    }
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Objects.requireNonNullElse(hospital, "");
  }

  private List<EpisodeSummary> load() {
    String chosen = getHospital();
    try {
      return chosen.isEmpty() ? List.of() : audit.episodes(chosen);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return List.of();
    }
  }
}
