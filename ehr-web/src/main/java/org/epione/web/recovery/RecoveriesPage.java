package org.epione.web.recovery;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.platform.error.RefusedException;
import org.epione.recovery.boundary.RecoveryDesk;
import org.epione.recovery.boundary.RecoverySlip;
import org.epione.recovery.boundary.RecoveryState;
import org.epione.recovery.boundary.RecoveryView;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Lost passwords at the counter of the hospital. */
@Named
@ViewScoped
public class RecoveriesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient RecoveryDesk desk;
  @Inject private transient Texts texts;

  private String selected = "";
  private String reason = "";
  private transient String password = "";
  private transient @Nullable RecoverySlip slip;
  private transient @Nullable List<RecoveryView> rows;

  /** Approves the selected one, and shows the code. */
  public void approve() {
    try {
      slip = Password.use(password, typed -> desk.approve(selected, reason, typed));
      done("desk.approved");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      rows = null;
    }
  }

  /** Refuses the selected one. */
  public void refuse() {
    try {
      desk.refuse(selected, reason);
      done("desk.refused");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      rows = null;
    }
  }

  private void done(String text) {
    PageMessages.done(texts.get("recoveryText", text), "");
    select("");
  }

  /** Shows one of them, or none; a code that was shown is gone. */
  public void select(String id) {
    if (!id.isEmpty()) {
      slip = null;
    }
    selected = id;
    reason = "";
    rows = null;
  }

  /** Shows what has changed since. */
  public void reload() {
    rows = null;
  }

  public List<RecoveryView> getRows() {
    if (rows == null) {
      rows = desk.requests();
    }
    return rows;
  }

  /** The selected one, or null. */
  public @Nullable RecoveryView getRow() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  /** What is to be handed over, or null. */
  public @Nullable RecoverySlip getSlip() {
    return slip;
  }

  /** How a state is marked: good, warn, or not at all. */
  public String mark(RecoveryState state) {
    return switch (state) {
      case ASKED -> "warn";
      case COMPLETED -> "good";
      case REFUSED, WITHHELD -> "bad";
      case APPROVED, RELEASED, CANCELLED, EXPIRED -> "";
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
