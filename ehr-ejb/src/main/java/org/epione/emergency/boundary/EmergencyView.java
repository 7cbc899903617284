package org.epione.emergency.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.sharing.boundary.ReadEvent;

/**
 * An emergency as the people of the hospital see it, and the patient.
 *
 * @param id 32 hexadecimal digits
 * @param text what the asking doctor wrote
 * @param expires until when it waits for decisions
 * @param confirmer who confirmed or refused; empty before
 * @param confirmed when
 * @param answer the system manager's reason; empty before
 * @param until end of the time box, or when the review ended it
 * @param justified what the review found
 * @param finding in which words; empty before
 * @param handled whether the caller asked, or confirmed, and so cannot decide on it
 * @param overdue whether it should have been reviewed by now
 */
public record EmergencyView(
    String id,
    String patientName,
    String patientNumber,
    String asker,
    EmergencyReason reason,
    String text,
    EmergencyState state,
    Instant asked,
    Instant expires,
    String confirmer,
    Optional<Instant> confirmed,
    String answer,
    Optional<Instant> opened,
    Optional<Instant> until,
    List<EmergencyRecordView> records,
    String reviewer,
    Optional<Instant> reviewed,
    Optional<Boolean> justified,
    String finding,
    boolean handled,
    boolean overdue) {

  public EmergencyView {
    records = List.copyOf(records);
  }

  /** Whether it was opened and nobody has closed the review. */
  public boolean toReview() {
    return opened.isPresent() && reviewed.isEmpty();
  }

  /** How many times something was read. */
  public long readings() {
    return records.stream()
        .flatMap(each -> each.readings().stream())
        .filter(ReadEvent::allowed)
        .count();
  }

  /** Without names and reasons. */
  @Override
  public String toString() {
    return "emergency " + id + " " + state;
  }
}
