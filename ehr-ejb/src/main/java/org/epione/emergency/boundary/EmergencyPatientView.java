package org.epione.emergency.boundary;

/**
 * The patient of a number, so that the doctor sees that it is the right one before she asks.
 *
 * @param birthDate may be empty
 * @param records how many finished records there are
 */
public record EmergencyPatientView(
    String number, String name, String birthDate, Readiness readiness, int records) {

  /** Without her data. */
  @Override
  public String toString() {
    return "EmergencyPatientView " + readiness;
  }
}
