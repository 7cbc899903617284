package org.epione.ledger.report;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.SignedNote;

/**
 * A record that was looked at, with the proof that it stands on the chain.
 *
 * @param record the record
 * @param index its leaf in the log, from 0
 * @param path the sibling hashes from the leaf upwards
 */
public record ReportedRecord(LedgerRecord record, long index, List<Digest> path) {

  /** Copies the list. */
  public ReportedRecord {
    path = List.copyOf(path);
    if (index < 0) {
      throw new IllegalArgumentException("leaves are counted from 0");
    }
  }

  /** The same proof as a file of its own, under that head. */
  public LogProof under(SignedNote checkpoint) {
    return new LogProof(ByteString.of(record.encode()), index, path, checkpoint);
  }
}
