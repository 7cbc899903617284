package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A doctor's request as the patient sees it, with what became of it.
 *
 * @param doctorName as the doctor's hospital shows it
 * @param hospitalName the doctor's hospital
 * @param reference the episode that is asked for
 * @param notAfter until when, as asked for
 * @param state WAITING, CONSENTING, CONSENTED, ISSUED, REFUSING, REFUSED, DENIED, WITHDRAWN, or
 *     EXPIRED: an issued one after its end
 * @param reason why the last decision did not count or the system manager refused
 * @param endsAt last moment of the consent that was given
 * @param keyDestroyedAt when the system manager destroyed its key of a withdrawn consent, as it
 *     signed
 * @param unconfirmed whether it has not signed that, though it should have long ago
 * @param active whether the doctor can read now, or soon
 * @param byRule whether it was answered by what she allows beforehand
 * @param emergency whether it was opened without her in an emergency
 * @param readings who read, newest first, from the chain
 * @param bundle the same for all that were asked in one act; empty for what was asked for itself
 */
public record InquiryView(
    String id,
    String doctorName,
    String specialty,
    String hospitalName,
    Standing standing,
    String reference,
    Purpose purpose,
    Instant notAfter,
    Instant askedAt,
    String state,
    Optional<String> reason,
    Optional<Instant> decidedAt,
    Optional<Instant> endsAt,
    Optional<Instant> withdrawnAt,
    Optional<Instant> keyDestroyedAt,
    boolean unconfirmed,
    boolean active,
    boolean byRule,
    boolean emergency,
    List<ReadEvent> readings,
    Optional<String> bundle) {

  public InquiryView {
    readings = List.copyOf(readings);
  }

  /** Without names. */
  @Override
  public String toString() {
    return "InquiryView[" + id + " " + state + "]";
  }
}
