package org.epione.audit.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.epione.audit.boundary.ReportState;
import org.epione.audit.entity.AuditCheck;
import org.epione.audit.entity.AuditReportJob;
import org.epione.audit.entity.CheckTarget;
import org.epione.audit.entity.ReportPart;
import org.epione.ledger.report.SignedReport;
import org.jspecify.annotations.Nullable;

/**
 * One step of an audit, in a transaction of its own: what was done stays done when the server stops
 * in between, and another server on this database waits for its turn.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReportSteps {

  /** How long the cloud has for its answer; then that it gave none is the finding. */
  static final Duration CLOUD_ANSWERS_WITHIN = Duration.ofMinutes(10);

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private ReportPlan plan;
  @Inject private CheckWork work;
  @Inject private ReportComposer composer;
  @Inject private Clock clock;

  /** The audits that go on, the oldest first. */
  public List<String> open() {
    return entities.createNamedQuery("AuditReportJob.open", String.class).getResultList();
  }

  /**
   * Does what comes next.
   *
   * @return whether there may be more to do at once
   */
  public boolean next(String id) {
    @Nullable AuditReportJob job = locked(id);
    if (job == null || !job.isOpen()) {
      return false;
    }
    if (job.state() == ReportState.PLANNED) {
      plan(job);
      return job.isOpen();
    }
    Optional<AuditCheck> waiting =
        checks("AuditCheck.next", id).setMaxResults(1).getResultStream().findFirst();
    if (waiting.isPresent()) {
      work.carryOut(waiting.get());
      return true;
    }
    endUnanswered(id);
    if (count("AuditCheck.countDone", id) == count("AuditCheck.count", id)) {
      finish(job);
    }
    return false;
  }

  /** The audit cannot go on. */
  public void fail(String id) {
    @Nullable AuditReportJob job = locked(id);
    if (job != null && job.isOpen()) {
      job.end(ReportState.FAILED, clock.instant());
    }
  }

  private void plan(AuditReportJob job) {
    Optional<List<CheckTarget>> targets = plan.of(job.hospital(), job.scope());
    if (targets.isEmpty()) {
      job.end(ReportState.TOO_LARGE, clock.instant());
      return;
    }
    int place = 0;
    for (CheckTarget target : targets.get()) {
      entities.persist(
          new AuditCheck(UUID.randomUUID().toString(), job, target, place++, clock.instant()));
    }
    job.run();
  }

  private void endUnanswered(String id) {
    Instant now = clock.instant();
    checks("AuditCheck.unanswered", id)
        .setParameter("before", now.minus(CLOUD_ANSWERS_WITHIN))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .stream()
        .filter(check -> !check.isDone())
        .forEach(
            check -> {
              work.add(check, Storage.unanswered(check), Optional.empty());
              check.done(now);
            });
  }

  private void finish(AuditReportJob job) {
    Optional<SignedReport> report = composer.compose(job);
    if (report.isEmpty()) {
      job.end(ReportState.TOO_LARGE, clock.instant());
      return;
    }
    byte[] file = report.get().encode();
    for (int i = 0; i * ReportPart.MAX_LENGTH < file.length; i++) {
      int from = i * ReportPart.MAX_LENGTH;
      int to = Math.min(file.length, from + ReportPart.MAX_LENGTH);
      entities.persist(new ReportPart(job.id(), i, Arrays.copyOfRange(file, from, to)));
    }
    job.done(report.get().report().isSound(), report.get().report().ended());
  }

  private @Nullable AuditReportJob locked(String id) {
    return entities.find(AuditReportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private jakarta.persistence.TypedQuery<AuditCheck> checks(String query, String report) {
    return entities.createNamedQuery(query, AuditCheck.class).setParameter("report", report);
  }

  private long count(String query, String report) {
    return entities
        .createNamedQuery(query, Long.class)
        .setParameter("report", report)
        .getSingleResult();
  }
}
