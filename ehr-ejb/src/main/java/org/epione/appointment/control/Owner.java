package org.epione.appointment.control;

import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.AppointmentAccount;

/**
 * Who has an appointment password, or could.
 *
 * @param account by what she is named now
 * @param id under which her verifier is kept: a patient's registration, a doctor's account
 * @param caller as whom acts who proves the password
 * @param able whether somebody may use one now
 */
record Owner(AppointmentAccount account, String id, Caller caller, boolean able) {

  /** Without who. */
  @Override
  public String toString() {
    return "Owner";
  }
}
