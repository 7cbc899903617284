package org.epione.access.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import org.epione.account.boundary.Caller;

/**
 * The one decision on access to patients' data. Ask before anything is read: each answer, permit or
 * deny, is recorded and committed first, and where it cannot be recorded the answer is a refusal.
 */
@Stateless
@PermitAll
public class AccessDecisions {

  /**
   * Decides and records.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1006 when it cannot be recorded
   */
  public Decision decide(Caller caller, Act act, Subject subject) {
    throw new UnsupportedOperationException();
  }

  /**
   * Decides and records, and refuses where denied.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1002 when denied, EHR-1006 when it
   *     cannot be recorded
   */
  public void require(Caller caller, Act act, Subject subject) {
    throw new UnsupportedOperationException();
  }
}
