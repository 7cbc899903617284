package org.epione.team.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.SymptomCode;

/**
 * Who is treated and why, as the team needs to know it.
 *
 * @param name as registered
 * @param birthDate ISO 8601, empty if unknown
 * @param complaint the chief complaint, as the registrar wrote it
 * @param symptomCode coded symptom
 */
record PatientFacts(String name, String birthDate, String complaint, String symptomCode) {

  private static final int MAX_LINE = 512;
  private static final int MAX_COMPLAINT = 4096;
  private static final int MAX_ENTERED = 1000;

  /**
   * Facts as a registrar entered them, checked.
   *
   * @throws RefusedException EHR-1004, saying what is wrong
   */
  static PatientFacts entered(String name, String birthDate, String complaint, String symptomCode) {
    String why = complaint.strip();
    if (why.isEmpty() || why.length() > MAX_ENTERED) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "The chief complaint has 1 to " + MAX_ENTERED + " characters.");
    }
    return new PatientFacts(name, birthDate, why, SymptomCode.entered(symptomCode));
  }

  void write(CanonicalWriter out) {
    out.text(name).text(birthDate).text(complaint).text(symptomCode);
  }

  static PatientFacts read(CanonicalReader in) {
    return new PatientFacts(
        in.text(MAX_LINE), in.text(MAX_LINE), in.text(MAX_COMPLAINT), in.text(MAX_LINE));
  }

  /** Never who it is. */
  @Override
  public String toString() {
    return "PatientFacts";
  }
}
