package org.epione.ledger.connector.making;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.SignatureKind;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RejectionReason;

/**
 * Takes records in for a hospital's chain (protocols 7): checks them, keeps those that may come
 * onto the chain until a block holds them, and answers for the others. The same record again gets
 * the same answer and changes nothing.
 */
public final class Intake {

  /** Far more than a person has on the way at one time. */
  public static final int MOST_OF_ONE_PERSON = 100;

  private static final String TOO_MANY = "TOO_MANY_WAITING";

  private final LedgerContext context;
  private final Receipts receipts;
  private final Rejections rejections;

  /** Works with what the context holds. */
  public Intake(LedgerContext context) {
    this.context = context;
    this.receipts = new Receipts(context);
    this.rejections = new Rejections(context);
  }

  /**
   * Takes in {@code record}, which {@code submitter} sent to {@code hospital}.
   *
   * @throws LedgerException if there is no chain of that hospital here
   */
  public void submit(String hospital, String submitter, LedgerRecord record) {
    ChainRow seen =
        context
            .store()
            .chains()
            .find(hospital, hospital)
            .orElseThrow(() -> new LedgerException(LedgerProblem.NO_CHAIN, hospital));
    if (isAnswered(seen, submitter, record)) {
      return;
    }
    // Signatures are verified before the chain is locked, and remembered: under the lock, which
    // keeps blocks from being made meanwhile, the same check is quick.
    check(seen, record);
    ChainRow locked = context.store().chains().lock(hospital, hospital).orElseThrow();
    if (isAnswered(locked, submitter, record)) {
      return;
    }
    if (context.store().pending().contains(hospital, record.id())) {
      context.store().pending().await(hospital, record.id(), submitter);
      return;
    }
    decide(locked, submitter, record);
  }

  private boolean isAnswered(ChainRow row, String submitter, LedgerRecord record) {
    Optional<Receipt> existing = receipts.existing(row.hospital(), row.pid(), record.id());
    existing.ifPresent(receipt -> receipts.answer(row.hospital(), submitter, receipt));
    return existing.isPresent();
  }

  private Optional<RejectionReason> check(ChainRow row, LedgerRecord record) {
    ChainState state = context.states().at(context.store().chains(), row);
    return context.hospitalRules(row.hospital()).check(state, record, context.now());
  }

  private void decide(ChainRow row, String submitter, LedgerRecord record) {
    String hospital = row.hospital();
    Instant now = context.now();
    Optional<RejectionReason> refusal = check(row, record);
    // While blocks may be missing here, nothing is refused for what the chain says.
    if (refusal.isEmpty()
        || refusal.get().mayPass()
        || !new CloudAgreement(context).isReached(hospital)) {
      if (isFlood(hospital, record)) {
        context.store().records().refuse(hospital, record.id(), TOO_MANY, now);
        receipts.answer(hospital, submitter, Receipt.ofRejected(row.pid(), record.id(), TOO_MANY));
        return;
      }
      context.store().pending().add(hospital, new PendingRecord(record, now, Optional.empty()));
      context.store().pending().await(hospital, record.id(), submitter);
      return;
    }
    ChainState state = context.states().at(context.store().chains(), row);
    rejections.refuse(state, row, record, refusal.get());
    receipts.answer(
        hospital, submitter, Receipt.ofRejected(row.pid(), record.id(), refusal.get().name()));
  }

  /** Servers send what many people do, and are known; of a person so much is an attack. */
  private boolean isFlood(String hospital, LedgerRecord record) {
    return record.signature().kind() == SignatureKind.BLS
        && context.store().pending().countOf(hospital, record.author()) >= MOST_OF_ONE_PERSON;
  }
}
