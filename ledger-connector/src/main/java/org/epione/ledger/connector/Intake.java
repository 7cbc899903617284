package org.epione.ledger.connector;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RejectionReason;

/**
 * Takes records in for a hospital's chain (protocols 7): checks them, keeps those that may come
 * onto the chain until a block holds them, and answers for the others. The same record again gets
 * the same answer and changes nothing.
 */
final class Intake {

  private final LedgerContext context;
  private final Receipts receipts;
  private final Rejections rejections;

  Intake(LedgerContext context) {
    this.context = context;
    this.receipts = new Receipts(context);
    this.rejections = new Rejections(context);
  }

  /**
   * Takes in {@code record}, which {@code submitter} sent to {@code hospital}.
   *
   * @throws LedgerException if there is no chain of that hospital here
   */
  void submit(String hospital, String submitter, LedgerRecord record) {
    ChainRow row =
        context
            .store()
            .chains()
            .find(hospital, hospital)
            .orElseThrow(() -> new LedgerException(LedgerProblem.NO_CHAIN, hospital));
    Optional<Receipt> existing = receipts.existing(hospital, row.pid(), record.id());
    if (existing.isPresent()) {
      receipts.answer(hospital, submitter, existing.get());
      return;
    }
    if (context.store().pending().contains(hospital, record.id())) {
      context.store().pending().await(hospital, record.id(), submitter);
      return;
    }
    decide(row, submitter, record);
  }

  private void decide(ChainRow row, String submitter, LedgerRecord record) {
    String hospital = row.hospital();
    ChainState state = context.states().at(context.store().chains(), row);
    Instant now = context.now();
    Optional<RejectionReason> refusal = context.hospitalRules(hospital).check(state, record, now);
    if (refusal.isEmpty() || refusal.get().mayPass()) {
      context.store().pending().add(hospital, new PendingRecord(record, now, Optional.empty()));
      context.store().pending().await(hospital, record.id(), submitter);
      return;
    }
    rejections.refuse(state, row, record, refusal.get());
    receipts.answer(
        hospital, submitter, Receipt.ofRejected(row.pid(), record.id(), refusal.get().name()));
  }
}
