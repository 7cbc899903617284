package org.epione.web.supervision;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.epione.platform.error.RefusedException;
import org.epione.supervision.boundary.CaseView;
import org.epione.supervision.boundary.Outcome;
import org.epione.supervision.boundary.SupervisionDesk;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The system manager's inbox of reports and appeals. */
@Named("supervisionPage")
@ViewScoped
public class SupervisionPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient SupervisionDesk desk;
  @Inject private transient Texts texts;

  private String selected = "";
  private String reason = "";
  private @Nullable Outcome outcome;
  private transient @Nullable List<CaseView> cases;

  /** Decides the selected matter. */
  public void decide() {
    Outcome chosen = outcome;
    if (chosen == null) {
      return;
    }
    try {
      desk.decide(selected, chosen, reason);
      PageMessages.done(
          texts.get("supervisionText", "decide.sent"),
          texts.get("supervisionText", "decide.sentDetail"));
      selected = "";
      reason = "";
      outcome = null;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Loads the list again. */
  public void refresh() {
    cases = null;
  }

  public List<CaseView> getCases() {
    if (cases == null) {
      cases = desk.cases();
    }
    return cases;
  }

  /** The selected matter, or null. */
  public @Nullable CaseView getMatter() {
    return getCases().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  /** How the selected matter can end. */
  public List<Outcome> getOutcomes() {
    CaseView matter = getMatter();
    return matter == null
        ? List.of()
        : Arrays.stream(Outcome.values()).filter(each -> each.fits(matter.kind())).toList();
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Objects.requireNonNullElse(reason, "");
  }

  public @Nullable Outcome getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable Outcome outcome) {
    this.outcome = outcome;
  }
}
