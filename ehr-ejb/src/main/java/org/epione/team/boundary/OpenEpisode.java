package org.epione.team.boundary;

import java.util.List;

/**
 * What a registrar enters to open an episode.
 *
 * @param patientId the patient's id at the hospital
 * @param complaint the chief complaint in words
 * @param symptomCode coded symptom, also the searchable tag, for example an ICD-10 code
 * @param doctors account ids in the order of signing, 1 to 8
 */
public record OpenEpisode(
    String patientId, String complaint, String symptomCode, List<String> doctors) {

  /** Never who and why. */
  @Override
  public String toString() {
    return "OpenEpisode";
  }
}
