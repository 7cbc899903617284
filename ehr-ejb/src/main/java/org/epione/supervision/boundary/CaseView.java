package org.epione.supervision.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A report or appeal as the system manager sees it.
 *
 * @param id names it, in hex
 * @param hospital code of the hospital whose chain it stands on
 * @param by pseudo-identity of the doctor, in hex; of the hospital, if that appeals
 * @param filed the record of it
 * @param text what was written
 * @param evidence the records that it names
 * @param points the score of whoever it is about, where that chain is kept here
 * @param readmission whether it asks for readmission and is about no record
 * @param reason what the system manager wrote
 * @param refusal why the chain did not take a decision, which then has to be made again
 */
public record CaseView(
    String id,
    MatterKind kind,
    String hospital,
    String hospitalName,
    String by,
    EvidenceView filed,
    String text,
    List<EvidenceView> evidence,
    Optional<Integer> points,
    boolean readmission,
    Instant receivedAt,
    CaseState state,
    Optional<Outcome> outcome,
    Optional<String> reason,
    Optional<String> refusal) {

  /** Never what was written. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
