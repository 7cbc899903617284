package org.epione.team.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

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
