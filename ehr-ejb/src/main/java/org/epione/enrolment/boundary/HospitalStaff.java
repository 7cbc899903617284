package org.epione.enrolment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.enrolment.control.DoctorEnrolment;
import org.epione.enrolment.control.PersonName;
import org.epione.enrolment.control.SecondFactorReset;
import org.epione.enrolment.control.Staff;
import org.epione.enrolment.control.StaffAccounts;
import org.epione.enrolment.entity.StaffMember;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The registrars and doctors of the administrator's own hospital. */
@Stateless
@RolesAllowed(Role.Name.HOSPITAL_ADMINISTRATOR)
public class HospitalStaff {

  private static final Set<Role> ROLES = Set.of(Role.REGISTRAR, Role.DOCTOR);
  private static final int MAX_SPECIALTY = 120;

  @EJB private Callers callers;
  @Inject private Staff staff;
  @Inject private StaffAccounts accounts;
  @Inject private SecondFactorReset reset;
  @Inject private DoctorEnrolment enrolment;

  /** The hospital's registrars and doctors with their standing, by name. */
  public List<StaffView> all() {
    return accounts.views(hospital(), ROLES);
  }

  /**
   * Invites a registrar or a doctor. A doctor's keys are made and certified at once; she is
   * enrolled when that stands on the hospital's chain.
   *
   * @param specialty of a doctor, at most 120 characters; blank for a registrar
   * @throws RefusedException EHR-2004 for another role, EHR-1004 when an input is wrong, EHR-2003
   *     when the hospital is not admitted yet
   */
  public StaffView invite(Role role, String displayName, String specialty) {
    if (!ROLES.contains(role)) {
      throw new RefusedException(ErrorCode.STAFF_NOT_INVITABLE);
    }
    String name = PersonName.checked("name", displayName);
    String field = specialty.strip();
    if (field.length() > MAX_SPECIALTY || field.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "The specialty has more than 120 characters.");
    }
    if (!accounts.isFounded(hospital())) {
      throw new RefusedException(ErrorCode.NOT_ADMITTED);
    }
    StaffMember member = staff.invite(hospital(), role, name, field);
    if (role == Role.DOCTOR) {
      enrolment.enrol(member);
    }
    return accounts.view(member);
  }

  /**
   * The activation code of someone who has not used it, to print it.
   *
   * @throws RefusedException EHR-1003 for strangers or when the code was used
   */
  public ActivationSlip activationCode(AccountId account) {
    return accounts.slip(accounts.member(hospital(), ROLES, account), false);
  }

  /** A new activation code in place of one that expired or got lost. */
  public ActivationSlip newActivationCode(AccountId account) {
    return accounts.slip(accounts.member(hospital(), ROLES, account), true);
  }

  /** Lets someone sign in again whose account was locked after too many attempts. */
  public void unlock(AccountId account) {
    accounts.unlock(accounts.member(hospital(), ROLES, account));
  }

  /**
   * Takes the second factor from someone who has lost it; she is told.
   *
   * @throws RefusedException EHR-1044 when there is none
   */
  public void resetSecondFactor(AccountId account) {
    reset.of(accounts.member(hospital(), ROLES, account).account(), hospital());
  }

  private PartyCode hospital() {
    return callers.current().party();
  }
}
