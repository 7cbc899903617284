package org.epione.ledger.connector.making;

import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.state.RecordPosition;

/** Answers those who submitted records. */
public final class Receipts {

  private static final String TYPE = "ledger.receipt";

  private final LedgerContext context;

  Receipts(LedgerContext context) {
    this.context = context;
  }

  /** Answers everybody who waits for this record. */
  void answerAll(String hospital, Receipt receipt) {
    List<String> waiting = context.store().pending().waiting(hospital, receipt.record());
    waiting.forEach(submitter -> answer(hospital, submitter, receipt));
  }

  void answer(String hospital, String submitter, Receipt receipt) {
    context.dispatch().send(hospital, submitter, TYPE, receipt.encode());
  }

  /** The receipt that this record already has, if it is final or refused. */
  Optional<Receipt> existing(String hospital, Pid chain, Digest record) {
    Optional<RecordPosition> position = context.store().records().find(hospital, record);
    if (position.isPresent()) {
      Block block = StoredBlocks.at(context.store(), hospital, hospital, position.get().height());
      return Optional.of(Receipt.ofFinal(chain, record, inclusion(block, position.get().index())));
    }
    return context
        .store()
        .records()
        .refusal(hospital, record)
        .map(reason -> Receipt.ofRejected(chain, record, reason));
  }

  /** Where a record stands in its block, provable to others. */
  public static Inclusion inclusion(Block block, int index) {
    return new Inclusion(block.signedHeader(), block.proof(index));
  }
}
