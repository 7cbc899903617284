package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A doctor's own request for a record.
 *
 * @param hospital code of the hospital that keeps the record
 * @param hospitalName its name
 * @param notAfter until when, as asked for
 * @param state SENT, WITH_PATIENT, CONSENTED, READY, UNAVAILABLE, REFUSED_BY_PATIENT, DENIED,
 *     WITHDRAWN, or EXPIRED: a ready one after its end
 * @param reason a {@link RefusalReason} or a code of the chain
 * @param readable whether reading can be tried with a chance of success
 * @param allowedAhead whether the patient had allowed it beforehand
 * @param readings newest first
 * @param addenda what was added to the record, the latest first; none where it cannot be read
 * @param bundle the same for all that were asked in one act; empty for what was asked for itself
 */
public record RequestView(
    String id,
    String hospital,
    String hospitalName,
    String reference,
    Purpose purpose,
    Instant notAfter,
    Instant askedAt,
    Instant changedAt,
    String state,
    Optional<String> reason,
    boolean readable,
    boolean allowedAhead,
    List<ReadingView> readings,
    List<AddendumNoticeView> addenda,
    Optional<String> bundle) {

  public RequestView {
    readings = List.copyOf(readings);
    addenda = List.copyOf(addenda);
  }
}
