package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.epione.audit.boundary.Audit;
import org.epione.audit.boundary.CheckView;
import org.epione.audit.boundary.EpisodeTrail;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.jspecify.annotations.Nullable;

/** One episode: every act, and the button that proves it. */
@Named("auditEpisodePage")
@ViewScoped
public class AuditEpisodePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @EJB private transient Audit audit;

  private String hospital = "";
  private String id = "";
  private String checkId = "";
  private transient @Nullable EpisodeTrail trail;
  private transient @Nullable CheckView check;

  /** Loads the acts. */
  public void load() {
    try {
      trail = audit.episode(hospital, id);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Begins a check of everything. */
  public void verify() {
    try {
      CheckView begun = audit.beginCheck(hospital, id);
      checkId = begun.id();
      check = begun;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Asks whether the cloud has answered. */
  public void look() {
    if (!checkId.isEmpty()) {
      check = audit.check(checkId);
    }
  }

  /** Whether the cloud is still to answer. */
  public boolean isRunning() {
    CheckView present = getCheck();
    return present != null && present.state().equals("RUNNING");
  }

  public @Nullable EpisodeTrail getTrail() {
    if (trail == null && !id.isEmpty()) {
      load();
    }
    return trail;
  }

  public @Nullable CheckView getCheck() {
    if (check == null) {
      look();
    }
    return check;
  }

  public String getHospital() {
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Objects.requireNonNullElse(hospital, "");
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = Objects.requireNonNullElse(id, "");
  }
}
