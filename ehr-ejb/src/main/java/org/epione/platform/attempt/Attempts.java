package org.epione.platform.attempt;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts attempts to use a secret. An attempt is counted as failed before it is looked at, and
 * taken back when it succeeded. Counting survives the rollback of the caller's transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Attempts {

  private static final Logger LOG = Logger.getLogger(Attempts.class.getName());

  @EJB private AttemptLedger ledger;

  /**
   * Begins an attempt.
   *
   * @param subject at most 80 characters, no name of a person in it
   * @return empty when it may go on; else until when none is looked at
   */
  public Optional<Instant> begin(AttemptKind kind, String subject) {
    try {
      return ledger.begin(kind, subject);
    } catch (EJBException parallelFirstAttempt) {
      LOG.log(Level.FINE, "counting again", parallelFirstAttempt);
      return ledger.begin(kind, subject);
    }
  }

  /** The account's secret was right: all its failures are forgotten. */
  public void succeeded(String account) {
    ledger.clear(account);
  }

  /** An attempt from the source succeeded: the others of that source stay counted. */
  public void succeededFrom(String source) {
    ledger.takeBack(source);
  }

  /** Lifts a lock. */
  public void unlock(String subject) {
    ledger.clear(subject);
  }
}
