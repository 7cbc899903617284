package org.epione.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.account.boundary.Caller;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * The one decision on access to patients' data. Ask before anything is read: each answer, permit or
 * deny, is recorded and committed first, and where it cannot be recorded the answer is a refusal.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccessDecisions {

  private static final Logger LOG = Logger.getLogger(AccessDecisions.class.getName());

  @EJB private DecisionRecord recorded;

  /**
   * Decides and records.
   *
   * @throws RefusedException EHR-1006 when it cannot be recorded
   */
  public Decision decide(Caller caller, Act act, Subject subject) {
    try {
      return recorded.decide(caller, act, subject);
    } catch (EJBException notRecorded) {
      LOG.log(Level.SEVERE, ErrorCode.NOT_RECORDED.code() + " access refused: " + act, notRecorded);
      throw new RefusedException(ErrorCode.NOT_RECORDED);
    }
  }

  /**
   * Decides and records, and refuses where denied.
   *
   * @throws RefusedException EHR-1002 when denied, EHR-1006 when it cannot be recorded
   */
  public void require(Caller caller, Act act, Subject subject) {
    if (decide(caller, act, subject) == Decision.DENY) {
      throw new RefusedException(ErrorCode.ACCESS_DENIED);
    }
  }
}
