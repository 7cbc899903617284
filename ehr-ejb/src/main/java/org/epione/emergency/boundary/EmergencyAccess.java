package org.epione.emergency.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.emergency.control.Asking;
import org.epione.emergency.control.EmergencyViews;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * A doctor opens the records that her hospital has of a patient, in an emergency and without the
 * patient. Once a colleague has confirmed and the system manager has released its share, she reads
 * them as any that she was granted.
 */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class EmergencyAccess {

  @EJB private Callers callers;
  @Inject private Asking asking;
  @Inject private EmergencyViews views;

  /**
   * The patient of a number, before she is asked about. That the doctor looked is recorded.
   *
   * @throws RefusedException EHR-1003 where the hospital has no patient of that number
   */
  public EmergencyPatientView patient(String number) {
    return asking.look(callers.current(), number);
  }

  /**
   * Asks.
   *
   * @param password the doctor's own; wiped by the caller
   * @throws RefusedException EHR-1003 where the hospital has no patient of that number, EHR-1002
   *     for a doctor who is not in good standing, EHR-4501 where the patient has refused
   *     emergencies, EHR-4502 without shares, EHR-4503 without finished records, EHR-4504 when one
   *     is under way, EHR-4505 when an earlier one should have been reviewed, EHR-3012 without
   *     text, EHR-1011 for a wrong password
   */
  public EmergencyView ask(EmergencyForm form, char[] password) {
    Caller doctor = callers.current();
    try {
      return views.of(doctor, asking.ask(doctor, form, password));
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  /** Her own, newest first. */
  public List<EmergencyView> mine() {
    return views.ofDoctor(callers.current());
  }
}
