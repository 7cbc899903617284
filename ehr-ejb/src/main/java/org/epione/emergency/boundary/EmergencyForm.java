package org.epione.emergency.boundary;

/**
 * What a doctor fills in to open a patient's records in an emergency.
 *
 * @param number the patient's number with the hospital
 * @param text what is the matter, at most 2000 bytes; the system manager, auditors and the patient
 *     read it
 */
public record EmergencyForm(String number, EmergencyReason reason, String text) {

  /** Without who and why. */
  @Override
  public String toString() {
    return "EmergencyForm";
  }
}
