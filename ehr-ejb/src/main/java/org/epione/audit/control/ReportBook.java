package org.epione.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.audit.boundary.ReportState;
import org.epione.audit.boundary.ReportView;
import org.epione.audit.entity.AuditReportJob;
import org.epione.audit.entity.ReportPart;
import org.epione.ledger.report.ReportScope;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The audits of each auditor, and their reports. */
@ApplicationScoped
public class ReportBook {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Clock clock;

  /** A new audit, which waits for its turn. */
  public ReportView add(AccountId auditor, PartyCode hospital, ReportScope scope) {
    AuditReportJob job =
        new AuditReportJob(UUID.randomUUID().toString(), auditor, hospital, scope, clock.instant());
    entities.persist(job);
    return view(job);
  }

  /** How many of an auditor's audits go on. */
  public long open(AccountId auditor) {
    return entities
        .createNamedQuery("AuditReportJob.countOpen", Long.class)
        .setParameter("auditor", auditor.toString())
        .getSingleResult();
  }

  /** An auditor's audits, newest first. */
  public List<ReportView> of(AccountId auditor) {
    return entities
        .createNamedQuery("AuditReportJob.ofAuditor", AuditReportJob.class)
        .setParameter("auditor", auditor.toString())
        .setMaxResults(200)
        .getResultStream()
        .map(this::view)
        .toList();
  }

  /** One of them. */
  public Optional<ReportView> find(String id, AccountId auditor) {
    return Optional.ofNullable(entities.find(AuditReportJob.class, id))
        .filter(job -> job.auditor().equals(auditor))
        .map(this::view);
  }

  /**
   * Stops it, unless it has ended.
   *
   * @return whether it stopped
   */
  public boolean cancel(String id) {
    Optional<AuditReportJob> open =
        Optional.ofNullable(entities.find(AuditReportJob.class, id, LockModeType.PESSIMISTIC_WRITE))
            .filter(AuditReportJob::isOpen);
    open.ifPresent(job -> job.end(ReportState.CANCELLED, clock.instant()));
    return open.isPresent();
  }

  /** The signed report; empty while there is none. */
  public byte[] file(String id) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    entities
        .createNamedQuery("ReportPart.ofReport", ReportPart.class)
        .setParameter("report", id)
        .getResultStream()
        .forEach(part -> file.writeBytes(part.content()));
    return file.toByteArray();
  }

  private ReportView view(AuditReportJob job) {
    ReportScope scope = job.scope();
    return new ReportView(
        job.id(),
        job.hospital().value(),
        scope.kind().name(),
        scope.subjects(),
        scope.from(),
        scope.until(),
        job.begunAt(),
        job.state(),
        job.endedAt(),
        count("AuditCheck.count", job.id()),
        count("AuditCheck.countDone", job.id()),
        job.isSound());
  }

  private long count(String query, String report) {
    return entities
        .createNamedQuery(query, Long.class)
        .setParameter("report", report)
        .getSingleResult();
  }
}
