package org.epione.supervision.control;

import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.AppealDecidedBody;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.record.RecordBody;
import org.epione.ledger.record.ReportDecidedBody;
import org.epione.party.boundary.MessageRejectedException;
import org.epione.supervision.boundary.MatterKind;
import org.epione.supervision.boundary.Outcome;

/**
 * What a record says that ends a matter.
 *
 * @param reason commitment to the reason
 */
record Decision(MatterId matter, Outcome outcome, Digest reason) {

  /** What {@code body} of a message says. */
  static Decision of(RecordBody body) throws MessageRejectedException {
    if (body instanceof ReportDecidedBody report) {
      Outcome outcome =
          report
              .severity()
              .map(severity -> Outcome.valueOf(severity.name()))
              .orElse(Outcome.DISMISSED);
      return new Decision(report.matter(), outcome, report.reason());
    }
    if (body instanceof AppealDecidedBody appeal) {
      return new Decision(
          appeal.matter(), appeal.granted() ? Outcome.GRANTED : Outcome.DISMISSED, appeal.reason());
    }
    throw new MessageRejectedException("The record is no decision.");
  }

  /** The body that says this about a matter of that kind. */
  RecordBody body(MatterKind kind) {
    return kind == MatterKind.REPORT
        ? new ReportDecidedBody(matter, outcome.severity(), reason)
        : new AppealDecidedBody(matter, outcome == Outcome.GRANTED, reason);
  }
}
