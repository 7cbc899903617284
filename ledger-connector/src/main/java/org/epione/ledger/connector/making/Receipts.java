package org.epione.ledger.connector.making;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.store.Submitted;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.receipt.Receipt;

/** Answers those who submitted records. */
public final class Receipts {

  private static final String TYPE = "ledger.receipt";

  private final LedgerContext context;

  Receipts(LedgerContext context) {
    this.context = context;
  }

  /** Answers everybody who waits for these records. */
  void answerAll(String hospital, Collection<Receipt> receipts) {
    Map<Digest, Receipt> byRecord =
        receipts.stream().collect(Collectors.toMap(Receipt::record, receipt -> receipt));
    for (Submitted waiting : context.store().pending().waiting(hospital, byRecord.keySet())) {
      answer(
          hospital,
          waiting.submitter(),
          Objects.requireNonNull(byRecord.get(waiting.record()), "asked for these only"));
    }
  }

  void answer(String hospital, String submitter, Receipt receipt) {
    context.dispatch().send(hospital, submitter, TYPE, receipt.encode());
  }

  /** The receipts that those of these records already have that are final or refused. */
  Map<Digest, Receipt> existing(String hospital, Pid chain, Collection<Digest> records) {
    Map<Digest, Receipt> receipts = new HashMap<>();
    context
        .store()
        .refusals()
        .among(hospital, records)
        .forEach((id, reason) -> receipts.put(id, Receipt.ofRejected(chain, id, reason)));
    context
        .store()
        .records()
        .positions(hospital, records)
        .forEach(
            (id, position) -> {
              receipts.put(
                  id,
                  Receipt.ofFinal(
                      chain, id, StoredInclusion.of(context.store(), hospital, position)));
            });
    return receipts;
  }

  /**
   * Where a record stands in its block, provable to others.
   *
   * @param tree over the block's records
   */
  public static Inclusion inclusion(Block block, MerkleTree tree, int index) {
    return new Inclusion(block.signedHeader(), tree.proof(index));
  }
}
