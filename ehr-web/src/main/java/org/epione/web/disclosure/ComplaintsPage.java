package org.epione.web.disclosure;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.disclosure.boundary.ComplaintOutcome;
import org.epione.disclosure.boundary.ComplaintView;
import org.epione.disclosure.boundary.Complaints;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** An auditor looks into patients' complaints and answers them. */
@Named("complaintsPage")
@ViewScoped
public class ComplaintsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient Complaints complaints;
  @Inject private transient Texts texts;

  private String selected = "";
  private String answer = "";
  private @Nullable ComplaintOutcome outcome;
  private transient @Nullable List<ComplaintView> rows;

  /** Answers the selected complaint. */
  public void send() {
    ComplaintOutcome chosen = outcome;
    if (chosen == null) {
      return;
    }
    try {
      complaints.answer(selected, chosen, answer);
      PageMessages.done(texts.get("disclosureText", "desk.sent"), "");
      selected = "";
      answer = "";
      outcome = null;
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }

  public List<ComplaintView> getRows() {
    if (rows == null) {
      rows = complaints.all();
    }
    return rows;
  }

  /** The selected complaint, or null. */
  public @Nullable ComplaintView getChosen() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(@Nullable String answer) {
    this.answer = Objects.requireNonNullElse(answer, "");
  }

  public @Nullable ComplaintOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable ComplaintOutcome outcome) {
    this.outcome = outcome;
  }
}
