package org.epione.appointment.boundary;

/**
 * An appointment as registrars see it.
 *
 * @param id of the appointment
 * @param patientId her registration
 * @param reason why she comes, in her words
 */
public record BookingView(
    String id, String patientId, String patient, String cardNumber, String reason) {

  /** Without who and why. */
  @Override
  public String toString() {
    return "BookingView[" + id + "]";
  }
}
