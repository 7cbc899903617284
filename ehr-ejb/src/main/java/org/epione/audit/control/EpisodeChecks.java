package org.epione.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.epione.account.boundary.Caller;
import org.epione.audit.boundary.CheckView;
import org.epione.audit.entity.AuditCheck;
import org.epione.cloud.boundary.CheckResult;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.identity.RecordId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * Checks of episodes: the chain as a whole, each act's place and signature, that no part is
 * missing, and by message whether the cloud still has what it said it keeps, where it said.
 */
@ApplicationScoped
public class EpisodeChecks {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private EpisodeAudit episodes;
  @Inject private CheckWork work;
  @Inject private CheckViews views;
  @Inject private Clock clock;

  /** Looks at the chain now, and asks the cloud. */
  public CheckView begin(Caller auditor, PartyCode hospital, RecordId id) {
    if (episodes.state(hospital).episode(id).isEmpty()) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    AuditCheck check =
        new AuditCheck(
            UUID.randomUUID().toString(), hospital, id.hex(), auditor.accountId(), clock.instant());
    entities.persist(check);
    work.chain(check);
    work.episode(check, id);
    return views.of(check);
  }

  /** A check of that auditor. */
  public Optional<CheckView> find(String id, AccountId auditor) {
    return Optional.ofNullable(entities.find(AuditCheck.class, id))
        .filter(check -> check.auditor().equals(auditor))
        .map(views::of);
  }

  /**
   * The cloud answered.
   *
   * @return whether a check waited for that answer of that party
   */
  boolean answered(EnvelopeId asked, PartyCode from, CheckResult result) {
    Optional<AuditCheck> waiting =
        entities
            .createNamedQuery("AuditCheck.asking", AuditCheck.class)
            .setParameter("envelope", asked.hex())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .filter(check -> check.isAnswerableBy(from))
            .filter(check -> check.episode().equals(result.episode().hex()));
    waiting
        .filter(check -> !check.isDone())
        .ifPresent(
            check -> {
              work.add(check, Storage.finding(check, result), Optional.empty());
              check.found(result.finding().name(), clock.instant());
            });
    return waiting.isPresent();
  }
}
