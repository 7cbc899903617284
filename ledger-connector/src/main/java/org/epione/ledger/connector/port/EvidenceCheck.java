package org.epione.ledger.connector.port;

import jakarta.ejb.Local;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.DiagnosisBody;

/** Opens the evidence X of a diagnosis, which only the hospital can. */
@Local
public interface EvidenceCheck {

  /**
   * Whether {@code hospital}, hosted here, finds in X of {@code body} the alpha behind {@code
   * commitment}, and the patient, hospital and doctor that belong to the episode.
   *
   * @param hospital code of the hospital
   * @param body the diagnosis
   * @param commitment {@code evidence} of the episode's EPISODE_OPENED record
   */
  boolean holds(String hospital, DiagnosisBody body, Digest commitment);
}
