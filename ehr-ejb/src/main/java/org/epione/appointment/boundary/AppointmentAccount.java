package org.epione.appointment.boundary;

import org.epione.platform.identity.PartyCode;

/**
 * What whoever enters an appointment password says that she is; there may be nobody of that name.
 *
 * @param hospital where
 * @param name a patient's card number, a doctor's user name in lower case
 */
public record AppointmentAccount(AccountKind kind, PartyCode hospital, String name) {

  /** A patient's. */
  public static AppointmentAccount ofCard(PartyCode hospital, String cardNumber) {
    return new AppointmentAccount(AccountKind.PATIENT, hospital, cardNumber);
  }

  /** A doctor's. */
  public static AppointmentAccount ofDoctor(PartyCode hospital, String userName) {
    return new AppointmentAccount(AccountKind.DOCTOR, hospital, userName);
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "AppointmentAccount[" + kind + "]";
  }
}
