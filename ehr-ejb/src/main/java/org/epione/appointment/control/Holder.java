package org.epione.appointment.control;

import java.time.Instant;
import org.epione.enrolment.boundary.PatientId;

/**
 * Whose appointment password is used in a run.
 *
 * @param patient whose card it is
 * @param setAt when the password was set that the run began with
 */
record Holder(PatientId patient, Instant setAt) {

  /** Without who. */
  @Override
  public String toString() {
    return "Holder";
  }
}
