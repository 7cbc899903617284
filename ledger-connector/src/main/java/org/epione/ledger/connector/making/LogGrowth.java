package org.epione.ledger.connector.making;

import java.util.List;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.merkle.TiledHashes;
import org.epione.ledger.merkle.TreeFrontier;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;

/**
 * Adds the records of a final block to the hospital's log and signs the new head. The head is kept
 * in the transaction that signs it, and only the tree that it keeps grows, so two heads never
 * contradict each other.
 */
final class LogGrowth {

  private final LedgerContext context;

  LogGrowth(LedgerContext context) {
    this.context = context;
  }

  /**
   * The chain is locked and was as {@code before} says.
   *
   * @param after the tree with these records: that of the state. Each of its blocks was checked
   *     when it was taken, or had the root that its header says when it was read; so no block or
   *     tile that is damaged here gets into a signed head
   */
  void grow(
      ChainRow before, PartyIdentity hospital, List<LedgerRecord> records, TreeFrontier after) {
    String code = before.hospital();
    new TiledHashes(context.store().tiles().of(code))
        .append(before.records(), records.stream().map(LedgerRecord::leafHash).toList());
    NoteKey key = NoteKey.of(hospital, NoteKey.Role.LOG);
    NoteSigner signer = new NoteSigner(key, message -> context.signer().sign(code, message));
    Checkpoint head = new Checkpoint(key.name(), after.size(), after.root());
    context.store().checkpoints().add(code, after.size(), signer.sign(head));
  }
}
