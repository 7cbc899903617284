package org.epione.disclosure.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A complaint as the patient and the auditor see it. It does not say who the patient is.
 *
 * @param disclosure id of what it is about, as the patient's list has it
 * @param what name of the record's type or of the act
 * @param who name, role and hospital of whom it is about
 * @param reference of the episode; empty where there is none
 * @param text what the patient wrote
 * @param outcome empty until it is answered
 */
public record ComplaintView(
    String id,
    String hospital,
    String disclosure,
    String what,
    Instant happenedAt,
    String reference,
    String who,
    String text,
    Instant filedAt,
    Optional<ComplaintOutcome> outcome,
    Optional<String> answer,
    Optional<Instant> answeredAt) {

  /** Never what was written. */
  @Override
  public String toString() {
    return "ComplaintView[" + id + "]";
  }
}
