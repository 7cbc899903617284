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
      context
          .store()
          .pending()
          .add(
              row.hospital(),
              List.of(
                  new PendingRecord(
                      rejection(state, row, record, reason), context.now(), Optional.of(record))));
    }
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
