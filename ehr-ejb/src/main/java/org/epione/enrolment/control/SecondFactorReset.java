package org.epione.enrolment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * Takes the second factor from somebody who has lost it. Who asks for that in her place would get
 * in with the password alone, so it is recorded as an access, and she is told.
 */
@Dependent
public class SecondFactorReset {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Accounts accounts;

  /**
   * Resets it.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1044 when there is none
   */
  public void of(AccountId account, PartyCode party) {
    Caller caller = callers.current();
    access.require(caller, Act.RESET_SECOND_FACTOR, Subject.of(account, party));
    accounts.resetSecondFactor(account, caller.accountId());
  }
}
