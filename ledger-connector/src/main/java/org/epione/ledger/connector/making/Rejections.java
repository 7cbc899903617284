package org.epione.ledger.connector.making;

import java.util.List;
import java.util.Optional;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordRules;
import org.epione.ledger.state.RejectionReason;

/**
 * Refuses records for good, and has the chain say so where it was the fault of the doctor who
 * signed.
 */
final class Rejections {

  private final LedgerContext context;

  Rejections(LedgerContext context) {
    this.context = context;
  }

  void refuse(ChainState state, ChainRow row, LedgerRecord record, RejectionReason reason) {
    new Refusals(context).add(row.hospital(), state, record, reason.name());
    if (RecordRules.costsCredit(state, record, reason)) {
      add(row, rejection(state, row, record, reason), record);
    }
  }

  /**
   * A rejection that does not hold any more is made anew where the fault is one still: the doctor
   * may have changed her key before it.
   */
  void again(ChainState state, ChainRow row, PendingRecord rejection) {
    rejection.evidence().ifPresent(record -> again(state, row, rejection.record(), record));
  }

  private void again(ChainState state, ChainRow row, LedgerRecord before, LedgerRecord record) {
    context
        .hospitalRules(row.hospital())
        .check(state, record, context.now())
        .filter(reason -> RecordRules.costsCredit(state, record, reason))
        .map(reason -> rejection(state, row, record, reason))
        .filter(anew -> !anew.body().equals(before.body()))
        .ifPresent(anew -> add(row, anew, record));
  }

  private void add(ChainRow row, LedgerRecord rejection, LedgerRecord evidence) {
    context
        .store()
        .pending()
        .add(
            row.hospital(),
            List.of(new PendingRecord(rejection, context.now(), Optional.of(evidence))));
  }

  private LedgerRecord rejection(
      ChainState state, ChainRow row, LedgerRecord refused, RejectionReason reason) {
    return new OwnRecords(context)
        .signed(
            row,
            context.now(),
            new RejectionBody(
                refused.author(),
                refused.contentDigest(),
                refused.signature().value(),
                reason.name(),
                RecordRules.signedBefore(state, refused)));
  }
}
