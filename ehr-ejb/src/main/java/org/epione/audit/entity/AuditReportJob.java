package org.epione.audit.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.audit.boundary.ReportState;
import org.epione.ledger.report.ReportScope;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.jspecify.annotations.Nullable;

/** An audit that goes on in the background and ends with a report. */
@Entity
@Table(name = "audit_report")
@NamedQuery(
    name = "AuditReportJob.ofAuditor",
    query = "select j from AuditReportJob j where j.auditor = :auditor order by j.begunAt desc")
@NamedQuery(
    name = "AuditReportJob.open",
    query =
        "select j.id from AuditReportJob j where j.state in"
            + " (org.epione.audit.boundary.ReportState.PLANNED,"
            + " org.epione.audit.boundary.ReportState.RUNNING) order by j.begunAt")
@NamedQuery(
    name = "AuditReportJob.countOpen",
    query =
        "select count(j) from AuditReportJob j where j.auditor = :auditor and j.state in"
            + " (org.epione.audit.boundary.ReportState.PLANNED,"
            + " org.epione.audit.boundary.ReportState.RUNNING)")
public class AuditReportJob {

  @Id
  @Column(length = 36)
  private String id;

  @Column(nullable = false, length = 36, updatable = false)
  private String auditor;

  @Column(nullable = false, length = 32, updatable = false)
  private String hospital;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16, updatable = false)
  private ReportScope.Kind kind;

  @ElementCollection
  @CollectionTable(name = "audit_report_subject", joinColumns = @JoinColumn(name = "report_id"))
  @OrderColumn(name = "place")
  @Column(name = "subject", nullable = false, length = 256)
  private List<String> subjects;

  @Column(name = "period_from", updatable = false)
  private @Nullable Instant from;

  @Column(name = "period_until", updatable = false)
  private @Nullable Instant until;

  @Column(name = "begun_at", nullable = false, updatable = false)
  private Instant begunAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  private ReportState state;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(nullable = false)
  private boolean sound;

  @Version private long version;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected AuditReportJob() {}

  /** An audit that waits for its turn. */
  public AuditReportJob(
      String id, AccountId auditor, PartyCode hospital, ReportScope scope, Instant now) {
    this.id = id;
    this.auditor = auditor.toString();
    this.hospital = hospital.value();
    this.kind = scope.kind();
    this.subjects = new ArrayList<>(scope.subjects());
    this.from = scope.from().orElse(null);
    this.until = scope.until().orElse(null);
    this.begunAt = now;
    this.state = ReportState.PLANNED;
  }

  /** What is to be checked is known now. */
  public void run() {
    state = ReportState.RUNNING;
  }

  /** There is a report. */
  public void done(boolean nothingWrong, Instant now) {
    sound = nothingWrong;
    end(ReportState.DONE, now);
  }

  /** It ends without a report. */
  public void end(ReportState how, Instant now) {
    state = how;
    endedAt = now;
  }

  public String id() {
    return id;
  }

  public AccountId auditor() {
    return AccountId.of(auditor);
  }

  public PartyCode hospital() {
    return new PartyCode(hospital);
  }

  /** What it is of. */
  public ReportScope scope() {
    return new ReportScope(
        kind, List.copyOf(subjects), Optional.ofNullable(from), Optional.ofNullable(until));
  }

  public Instant begunAt() {
    return begunAt;
  }

  public ReportState state() {
    return state;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Whether nothing was found wrong; counts once it is done. */
  public boolean isSound() {
    return sound;
  }

  /** Whether it goes on. */
  public boolean isOpen() {
    return state == ReportState.PLANNED || state == ReportState.RUNNING;
  }
}
