package org.epione.guardian.boundary;

import java.time.LocalDate;
import org.epione.enrolment.boundary.PatientId;

/**
 * What a registrar enters to name a guardian.
 *
 * @param ward the minor
 * @param guardianNumber the guardian's number as a patient of the hospital
 * @param evidence which paper was seen, 1 to 2000 bytes
 * @param end the day from whose beginning (UTC) the guardian acts no more
 */
public record GuardianForm(
    PatientId ward, String guardianNumber, GuardianGround ground, String evidence, LocalDate end) {

  /** Without what was seen. */
  @Override
  public String toString() {
    return "GuardianForm[" + ward + "]";
  }
}
