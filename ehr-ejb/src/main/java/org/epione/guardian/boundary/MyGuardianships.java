package org.epione.guardian.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.guardian.control.Acceptance;
import org.epione.guardian.control.Ending;
import org.epione.guardian.control.GuardianRegister;
import org.epione.guardian.control.GuardianViews;
import org.epione.guardian.entity.Guardianship;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** For whom the caller acts, or may act; and who has acted for the caller. */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class MyGuardianships {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private GuardianRegister register;
  @Inject private GuardianViews views;
  @Inject private Acceptance acceptance;
  @Inject private Ending ending;

  /** Those in which the caller is the guardian or is named, open ones first. */
  public List<GuardianshipView> mine() {
    return views.ofGuardian(callers.current().accountId());
  }

  /** How many wait for the caller's answer. */
  public long waiting() {
    return mine().stream().filter(each -> each.state() == GuardianshipState.NAMED).count();
  }

  /** Those in which somebody was the guardian of the caller, latest first. */
  public List<GuardianshipView> ofMe() {
    return views.ofWard(callers.current().accountId());
  }

  /**
   * The account of the minor for whom the caller acts now.
   *
   * @throws RefusedException EHR-1003 if the caller does not, or not any more
   */
  public AccountId ward(String guardianship) {
    AccountId caller = callers.current().accountId();
    return register
        .find(guardianship)
        .filter(each -> each.guardian().equals(caller))
        .filter(each -> register.isInForce(each))
        .map(Guardianship::ward)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  /**
   * Accepts: from now until the end the caller reads, signs and decides for the minor.
   *
   * @param password the caller's own; wiped by the caller
   * @throws RefusedException EHR-1003 if it is not the caller's to answer, EHR-4806 when it was
   *     answered, taken back or has lapsed, EHR-4801 or EHR-4802 if the minor is none any more,
   *     EHR-1011 for a wrong password
   */
  public GuardianshipView accept(String guardianship, char[] password) {
    return views.toGuardian(
        acceptance.accept(callers.current(), permitted(guardianship), password));
  }

  /**
   * Declines.
   *
   * @throws RefusedException EHR-1003 if it is not the caller's to answer, EHR-4806 when it was
   *     answered, taken back or has lapsed
   */
  public void decline(String guardianship) {
    ending.declined(permitted(guardianship));
  }

  /**
   * Gives it up: the caller opens nothing of the minor's any more.
   *
   * @param password the caller's own; wiped by the caller
   * @throws RefusedException EHR-1003 if it is not the caller's, EHR-4806 when it is over, EHR-1011
   *     for a wrong password
   */
  public void resign(String guardianship, char[] password) {
    ending.resigned(callers.current(), permitted(guardianship), password);
  }

  private Guardianship permitted(String guardianship) {
    Caller caller = callers.current();
    Guardianship found =
        register
            .take(guardianship)
            .filter(each -> each.guardian().equals(caller.accountId()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (!register.state(found).isOpen()) {
      throw new RefusedException(ErrorCode.GUARDIAN_MOVED_ON);
    }
    access.require(caller, Act.ANSWER_GUARDIANSHIP, Subject.of(found.ward(), found.hospital()));
    return found;
  }
}
