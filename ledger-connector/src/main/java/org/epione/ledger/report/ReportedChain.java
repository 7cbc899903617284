package org.epione.ledger.report;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.SignedNote;

/**
 * The chain of the audited records, as it stood when the audit ended.
 *
 * @param hospital code of the hospital whose chain it is
 * @param pid pseudo-identity of that hospital, which names the chain
 * @param height of its last block
 * @param head hash of that block
 * @param made when that block was made
 * @param records how many records the chain has up to there
 * @param key of the chain's log
 * @param witnesses who cosigned the checkpoint
 * @param checkpoint head of the log, signed by it, with those cosignatures; covers the records
 */
public record ReportedChain(
    String hospital,
    Pid pid,
    long height,
    Digest head,
    Instant made,
    long records,
    NoteKey key,
    List<NoteKey> witnesses,
    SignedNote checkpoint) {

  private static final int MAX_CODE = 32;

  /** Checks the rules above. */
  public ReportedChain {
    ReportText.require(hospital, MAX_CODE, "a code");
    witnesses = List.copyOf(witnesses);
    made = ReportText.time(made);
    if (height < 0 || records < 1 || key.role() != NoteKey.Role.LOG) {
      throw new IllegalArgumentException("a chain has a block, a record and a log");
    }
    if (witnesses.stream().anyMatch(each -> each.role() != NoteKey.Role.WITNESS)) {
      throw new IllegalArgumentException("a witness has the key of one");
    }
  }
}
