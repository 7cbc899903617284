package org.epione.emergency.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.emergency.control.EmergencyViews;
import org.epione.emergency.control.Refusals;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * A patient sees in which emergencies her records were opened, and refuses emergencies beforehand.
 * A guardian sees a minor's, and cannot refuse them (ADR 27).
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class OwnEmergencies {

  @EJB private Callers callers;
  @Inject private Refusals refusals;
  @Inject private EmergencyViews views;

  /** Those in which her records were opened, newest first. */
  public List<EmergencyView> emergencies() {
    return emergenciesOf(callers.current().accountId());
  }

  /**
   * Those in which records of the caller or of a minor for whom she acts were opened, newest first.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public List<EmergencyView> emergenciesOf(AccountId patient) {
    return views.ofPatient(callers.current(), patient);
  }

  /** Whether she refuses emergencies. */
  public Refusal refusal() {
    return refusalOf(callers.current().accountId());
  }

  /**
   * Whether emergencies of the caller or of a minor for whom she acts can be.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public Refusal refusalOf(AccountId patient) {
    return refusals.of(callers.current(), patient);
  }

  /**
   * Refuses emergencies: both shares of her key are destroyed, and what waits ends. What is open
   * already she ends with each consent. Repeating it changes nothing.
   *
   * @param password wiped by the caller
   * @throws RefusedException EHR-1011 for a wrong password
   */
  public void refuse(char[] password) {
    refusals.refuse(callers.current(), password);
  }

  /**
   * Allows emergencies again: shares are made anew. Repeating it changes nothing.
   *
   * @param password wiped by the caller
   * @throws RefusedException EHR-1011 for a wrong password
   */
  public void allow(char[] password) {
    try {
      refusals.allow(callers.current(), password);
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }
}
