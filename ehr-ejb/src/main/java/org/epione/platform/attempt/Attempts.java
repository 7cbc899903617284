package org.epione.platform.attempt;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * Counts attempts to use a secret. An attempt is counted as failed before it is looked at, and
 * taken back when it succeeded or could not be looked at; one whose end the server did not live to
 * see stays counted. Counting survives the rollback of the caller's transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Attempts {

  private static final Logger LOG = Logger.getLogger(Attempts.class.getName());

  @EJB private AttemptLedger ledger;
  @Inject private Clock clock;

  /**
   * Begins an attempt.
   *
   * @param subject at most 80 characters, no name of a person in it
   * @throws RefusedException EHR-1017 while none is looked at, EHR-1018 until it is unlocked; also
   *     to who offers the right secret, so it tells nothing about the secret
   */
  public void begin(AttemptKind kind, String subject) {
    Optional<Instant> blocked = blockedUntil(kind, subject);
    if (blocked.isEmpty()) {
      return;
    }
    LOG.log(Level.INFO, "Attempt not looked at, too many failed before: {0}", subject);
    if (blocked.get().equals(Attempt.LOCKED)) {
      throw new RefusedException(ErrorCode.ACCOUNT_LOCKED);
    }
    throw RefusedException.forNow(
        ErrorCode.TOO_MANY_ATTEMPTS, Duration.between(clock.instant(), blocked.get()));
  }

  /** The account's secret was right: all its failures are forgotten. */
  public void succeeded(String account) {
    ledger.clear(account);
  }

  /**
   * The one attempt is no longer counted, all others are: it succeeded, from a source that others
   * share, or it could not be looked at.
   */
  public void takeBack(String subject) {
    ledger.takeBack(subject);
  }

  /** Lifts a lock. */
  public void unlock(String subject) {
    ledger.clear(subject);
  }

  private Optional<Instant> blockedUntil(AttemptKind kind, String subject) {
    try {
      return ledger.begin(kind, subject);
    } catch (EJBException parallelFirstAttempt) {
      LOG.log(Level.FINE, "counting again", parallelFirstAttempt);
      return ledger.begin(kind, subject);
    }
  }
}
