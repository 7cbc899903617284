package org.epione.ledger.connector.making;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.merkle.TiledHashes;
import org.epione.ledger.receipt.Inclusion;
import org.epione.ledger.state.RecordPosition;

/** Where a record stands in its block, also once its body lies in an archive. */
public final class StoredInclusion {

  private StoredInclusion() {}

  /** From the signed header and the hashes of the log, which are kept when records are not. */
  public static Inclusion of(LedgerStore store, String hospital, RecordPosition position) {
    SignedHeader header = StoredBlocks.header(store, hospital, hospital, position.height());
    TiledHashes hashes = new TiledHashes(store.tiles().of(hospital));
    long first = store.records().firstLeaf(hospital, position.height());
    List<Digest> leaves = new ArrayList<>();
    for (int i = 0; i < header.header().recordCount(); i++) {
      leaves.add(hashes.hash(0, first + i));
    }
    return new Inclusion(header, MerkleTree.of(leaves).proof(position.index()));
  }
}
