package org.epione.web.matching;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.matching.boundary.ReportView;
import org.epione.matching.boundary.ReportedConversations;
import org.epione.matching.boundary.ReportedMessage;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** An administrator looks into what patients reported. */
@Named("matchingReportsPage")
@ViewScoped
public class ReportsPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient ReportedConversations reports;
  @Inject private transient Texts texts;

  private String selected = "";
  private String note = "";
  private transient @Nullable List<ReportView> rows;
  private transient @Nullable List<ReportedMessage> messages;

  /** Closes the selected report. */
  public void close() {
    try {
      reports.close(selected, note);
      PageMessages.done(texts.get("matchingText", "reports.done"), "");
      setSelected("");
      note = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }

  public List<ReportView> getRows() {
    if (rows == null) {
      rows = reports.all();
    }
    return rows;
  }

  /** The selected report, or null. */
  public @Nullable ReportView getChosen() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  /** What was written in it. */
  public List<ReportedMessage> getMessages() {
    if (messages == null) {
      messages = reports.read(selected);
    }
    return messages;
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    String wanted = Objects.requireNonNullElse(selected, "");
    if (!wanted.equals(this.selected)) {
      this.selected = wanted;
      messages = null;
    }
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = Objects.requireNonNullElse(note, "");
  }
}
