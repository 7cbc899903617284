package org.epione.web.recovery;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.epione.platform.error.RefusedException;
import org.epione.recovery.boundary.CaseState;
import org.epione.recovery.boundary.RecoveryCaseView;
import org.epione.recovery.boundary.RecoveryCases;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Lost passwords at the system manager, who decides, and for auditors, who look. */
@Named
@ViewScoped
public class RecoveryCasesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient RecoveryCases cases;
  @Inject private transient Texts texts;

  private String selected = "";
  private String reason = "";
  private transient String password = "";
  private transient @Nullable List<RecoveryCaseView> rows;

  /** Releases the share for the selected one. */
  public void release() {
    decide(
        id -> Password.with(password, typed -> cases.release(id, reason, typed)), "cases.released");
  }

  /** Refuses the selected one. */
  public void refuse() {
    decide(id -> cases.refuse(id, reason), "cases.refused");
  }

  private void decide(Consumer<String> act, String done) {
    try {
      act.accept(selected);
      PageMessages.done(texts.get("recoveryText", done), "");
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

  public List<RecoveryCaseView> getRows() {
    if (rows == null) {
      rows = cases.cases();
    }
    return rows;
  }

  /** The selected one, or null. */
  public @Nullable RecoveryCaseView getRow() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  /** How a state is marked: good, warn, or not at all. */
  public String mark(CaseState state) {
    return switch (state) {
      case WAITING -> "warn";
      case COMPLETED -> "good";
      case REFUSED -> "bad";
      case RELEASED, CANCELLED, EXPIRED -> "";
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
