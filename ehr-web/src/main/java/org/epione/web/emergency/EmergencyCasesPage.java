package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.epione.emergency.boundary.EmergencyCaseView;
import org.epione.emergency.boundary.EmergencyCases;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Emergencies at the system manager, who decides, and for auditors, who look. */
@Named
@ViewScoped
public class EmergencyCasesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient EmergencyCases cases;
  @Inject private transient Texts texts;
  @Inject private transient Clock clock;

  private String selected = "";
  private String reason = "";
  private transient String password = "";
  private transient @Nullable List<EmergencyCaseView> rows;

  /** Releases the share for the selected one. */
  public void release() {
    decide(
        () -> Password.with(password, typed -> cases.release(selected, reason, typed)),
        "cases.released");
  }

  /** Refuses the selected one. */
  public void refuse() {
    decide(() -> cases.refuse(selected, reason), "cases.refused");
  }

  private void decide(Runnable act, String done) {
    try {
      act.run();
      PageMessages.done(texts.get("emergencyText", done), "");
      select("");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      rows = null;
    }
  }

  /** Shows one of them, or none. */
  public void select(String id) {
    selected = id;
    reason = "";
    rows = null;
  }

  /** Shows what has changed since. */
  public void reload() {
    rows = null;
  }

  public List<EmergencyCaseView> getRows() {
    if (rows == null) {
      rows = cases.cases();
    }
    return rows;
  }

  /** The selected one, or null. */
  public @Nullable EmergencyCaseView getRow() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  /** For how long a review has been open; empty otherwise. */
  public String age(EmergencyCaseView row) {
    return row.decided()
        .filter(decided -> row.toReview())
        .map(decided -> Ages.text(decided, clock.instant()))
        .orElse("");
  }

  /** How a state is marked: good, warn, bad, or not at all. */
  public String mark(EmergencyCaseView row) {
    return switch (row.state()) {
      case WAITING, RELEASED -> "warn";
      case REVIEWED -> row.justified().orElse(false) ? "good" : "bad";
      case REFUSED, EXPIRED -> "";
    };
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Objects.requireNonNullElse(reason, "");
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
