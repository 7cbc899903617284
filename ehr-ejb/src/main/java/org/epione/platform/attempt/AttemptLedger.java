package org.epione.platform.attempt;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows behind {@link Attempts}, each change in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AttemptLedger {

  @PersistenceContext(unitName = "epione")
  private EntityManager entities;

  @Inject private Clock clock;

  /** Counts an attempt, or says until when none is looked at. */
  public Optional<Instant> begin(AttemptKind kind, String subject) {
    @Nullable Attempt attempt = locked(subject);
    // After the lock, for which an attempt beside this one may have kept it waiting.
    Instant now = clock.instant();
    if (attempt == null) {
      attempt = new Attempt(subject, now);
      entities.persist(attempt);
    }
    Optional<Instant> blocked = attempt.blocked(now);
    if (blocked.isEmpty()) {
      attempt.count(kind, now);
    }
    return blocked;
  }

  /** Forgets all failures. */
  public void clear(String subject) {
    @Nullable Attempt attempt = locked(subject);
    if (attempt != null) {
      entities.remove(attempt);
    }
  }

  /** Forgets the one attempt that succeeded. */
  public void takeBack(String subject) {
    @Nullable Attempt attempt = locked(subject);
    if (attempt != null) {
      attempt.takeBack();
    }
  }

  private @Nullable Attempt locked(String subject) {
    return entities.find(Attempt.class, subject, LockModeType.PESSIMISTIC_WRITE);
  }
}
