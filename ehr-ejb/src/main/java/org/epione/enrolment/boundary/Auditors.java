package org.epione.enrolment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.epione.account.boundary.Role;
import org.epione.enrolment.control.PersonName;
import org.epione.enrolment.control.SecondFactorReset;
import org.epione.enrolment.control.Staff;
import org.epione.enrolment.control.StaffAccounts;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The auditors, whom the system manager invites. */
@Stateless
@RolesAllowed(Role.Name.SYSTEM_MANAGER)
public class Auditors {

  private static final Set<Role> ROLES = Set.of(Role.AUDITOR);
  private static final PartyCode PARTY = PartyCode.SYSTEM_MANAGER;

  @Inject private Staff staff;
  @Inject private StaffAccounts accounts;
  @Inject private SecondFactorReset reset;

  /** All auditors, by name. */
  public List<StaffView> all() {
    return accounts.views(PARTY, ROLES);
  }

  /**
   * Invites an auditor.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1004 when the name is not acceptable
   */
  public StaffView invite(String displayName) {
    String name = PersonName.checked("name", displayName);
    return accounts.view(staff.invite(PARTY, Role.AUDITOR, name, ""));
  }

  /** The activation code of an auditor who has not used it, to print it. */
  public ActivationSlip activationCode(AccountId account) {
    return accounts.slip(accounts.member(PARTY, ROLES, account), false);
  }

  /** A new activation code in place of one that expired or got lost. */
  public ActivationSlip newActivationCode(AccountId account) {
    return accounts.slip(accounts.member(PARTY, ROLES, account), true);
  }

  /** Lets an auditor sign in again whose account was locked after too many attempts. */
  public void unlock(AccountId account) {
    accounts.unlock(accounts.member(PARTY, ROLES, account));
  }

  /**
   * Takes the second factor from someone who has lost it; she is told.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1044 when there is none
   */
  public void resetSecondFactor(AccountId account) {
    reset.of(accounts.member(PARTY, ROLES, account).account(), PARTY);
  }
}
