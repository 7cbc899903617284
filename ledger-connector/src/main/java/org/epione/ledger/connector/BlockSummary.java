package org.epione.ledger.connector;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;

/**
 * A block for a list.
 *
 * @param height of it
 * @param hash of its header
 * @param time when it was made
 * @param types what its records are, in order
 */
public record BlockSummary(long height, Digest hash, Instant time, List<RecordType> types) {

  static BlockSummary of(Block block) {
    return new BlockSummary(
        block.header().height(),
        block.hash(),
        block.header().time(),
        block.records().stream().map(LedgerRecord::type).toList());
  }
}
