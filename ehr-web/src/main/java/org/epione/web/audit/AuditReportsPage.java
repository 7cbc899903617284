package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.epione.audit.boundary.Audit;
import org.epione.audit.boundary.AuditReports;
import org.epione.audit.boundary.ChainView;
import org.epione.audit.boundary.ReportForm;
import org.epione.audit.boundary.ReportView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Days;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** An auditor has reports made, sees how far they are, and takes them away. */
@Named("auditReportsPage")
@ViewScoped
public class AuditReportsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PERIOD = "PERIOD";

  @EJB private transient AuditReports reports;
  @EJB private transient Audit audit;
  @Inject private transient Texts texts;

  private String hospital = "";
  private String kind = "EPISODE";
  private String subjects = "";
  private @Nullable LocalDate from;
  private @Nullable LocalDate until;
  private String selected = "";
  private transient @Nullable List<ChainView> chains;
  private transient @Nullable List<ReportView> rows;

  /** Begins an audit. */
  public void begin() {
    try {
      reports.begin(
          new ReportForm(
              hospital,
              kind,
              isPeriod() ? List.of() : Arrays.asList(subjects.strip().split("[\\s,;]+", -1)),
              Optional.ofNullable(from).filter(day -> isPeriod()).map(Days::begin),
              Optional.ofNullable(until).filter(day -> isPeriod()).map(Days::end)));
      PageMessages.done(
          texts.get("auditText", "reports.begun"), texts.get("auditText", "reports.begunDetail"));
      subjects = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Stops the selected audit. */
  public void cancel() {
    try {
      reports.cancel(selected);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    refresh();
  }

  /** Loads the list again. */
  public void refresh() {
    rows = null;
  }

  /** Whether one of the audits goes on, so that it is worth looking again. */
  public boolean isGoingOn() {
    return getRows().stream().anyMatch(ReportView::open);
  }

  public List<ReportView> getRows() {
    if (rows == null) {
      rows = reports.mine();
    }
    return rows;
  }

  public List<ChainView> getChains() {
    if (chains == null) {
      chains = audit.chains().stream().filter(chain -> chain.height() >= 0).toList();
    }
    return chains;
  }

  /** The key that verifies reports. */
  public String getKey() {
    return reports.key();
  }

  public boolean isPeriod() {
    return kind.equals(PERIOD);
  }

  public String getHospital() {
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Objects.requireNonNullElse(hospital, "");
  }

  public String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = Objects.requireNonNullElse(kind, "EPISODE");
  }

  public String getSubjects() {
    return subjects;
  }

  public void setSubjects(@Nullable String subjects) {
    this.subjects = Objects.requireNonNullElse(subjects, "");
  }

  public @Nullable LocalDate getFrom() {
    return from;
  }

  public void setFrom(@Nullable LocalDate from) {
    this.from = from;
  }

  public @Nullable LocalDate getUntil() {
    return until;
  }

  public void setUntil(@Nullable LocalDate until) {
    this.until = until;
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }
}
