package org.epione.team.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A final record as one of the doctors sees it who signed it; what is in it only the patient can
 * open.
 *
 * @param id EID in hex
 * @param place of the doctor in the order of signing
 * @param appends reference of the record that it adds to itself
 * @param adding whether the doctor is adding to it now, so that she cannot begin again
 * @param addenda what was or is to be added to it, the latest first
 */
public record SignedRecordView(
    String id,
    String reference,
    String patient,
    int place,
    int teamSize,
    Instant finalAt,
    Optional<String> appends,
    boolean adding,
    List<AddendumView> addenda) {

  public SignedRecordView {
    addenda = List.copyOf(addenda);
  }

  /** Never who. */
  @Override
  public String toString() {
    return reference;
  }
}
