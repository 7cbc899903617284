package org.epione.ledger.connector.making;

import java.util.List;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.identity.PartyIdentity;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.merkle.TiledHashes;
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

  /** The chain is locked and was as {@code before} says. */
  void grow(ChainRow before, PartyIdentity hospital, List<LedgerRecord> records) {
    String code = before.hospital();
    TiledHashes hashes = new TiledHashes(context.store().tiles().of(code));
    hashes.append(
        before.records(),
        records.stream().map(each -> MerkleTree.leafHash(each.encode())).toList());
    long size = before.records() + records.size();
    NoteKey key = NoteKey.of(hospital, NoteKey.Role.LOG);
    NoteSigner signer = new NoteSigner(key, message -> context.signer().sign(code, message));
    Checkpoint head = new Checkpoint(key.name(), size, MerkleTree.of(size, hashes).root());
    context.store().checkpoints().add(code, size, signer.sign(head));
  }
}
