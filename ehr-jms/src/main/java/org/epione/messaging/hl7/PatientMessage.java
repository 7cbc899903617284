package org.epione.messaging.hl7;

import org.epione.enrolment.boundary.PatientChanges;
import org.epione.enrolment.boundary.PatientNumber;

/**
 * What an admission message asks for: to register a patient or, where the patient is known, to
 * change her data.
 *
 * @param mayRegister whether an unknown patient is registered (A04, A28) or refused (A08, A31)
 */
record PatientMessage(PatientNumber number, PatientChanges changes, boolean mayRegister) {

  @Override
  public String toString() {
    return "PatientMessage";
  }
}
