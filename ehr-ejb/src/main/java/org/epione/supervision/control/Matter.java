package org.epione.supervision.control;

import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.Appeal;
import org.epione.ledger.record.DoctorAppealedBody;
import org.epione.ledger.record.HospitalAppealedBody;
import org.epione.ledger.record.HospitalReportedBody;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.RecordBody;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.supervision.boundary.MatterKind;

/**
 * What a record says that begins a matter.
 *
 * @param text commitment to what was written
 * @param named digests of the contents of the records named
 */
record Matter(MatterId id, MatterKind kind, Digest text, List<Digest> named) {

  /** What {@code body} says; empty if it begins none. */
  static Optional<Matter> find(RecordBody body) {
    return switch (body.type()) {
      case HOSPITAL_REPORTED -> Optional.of(of((HospitalReportedBody) body));
      case DOCTOR_APPEALED ->
          Optional.of(of(MatterKind.DOCTOR_APPEAL, ((DoctorAppealedBody) body).appeal()));
      case HOSPITAL_APPEALED ->
          Optional.of(of(MatterKind.HOSPITAL_APPEAL, ((HospitalAppealedBody) body).appeal()));
      default -> Optional.empty();
    };
  }

  /** What {@code body} says, which begins a matter. */
  static Matter of(RecordBody body) {
    return find(body).orElseThrow(() -> new IllegalArgumentException("no report or appeal"));
  }

  /** What {@code body} of a message says. */
  static Matter require(RecordBody body) throws MessageRejectedException {
    return find(body)
        .orElseThrow(() -> new MessageRejectedException("The record is no report or appeal."));
  }

  private static Matter of(HospitalReportedBody body) {
    return new Matter(body.matter(), MatterKind.REPORT, body.text(), body.records());
  }

  private static Matter of(MatterKind kind, Appeal appeal) {
    return new Matter(
        appeal.matter(), kind, appeal.text(), appeal.against().map(List::of).orElse(List.of()));
  }
}
