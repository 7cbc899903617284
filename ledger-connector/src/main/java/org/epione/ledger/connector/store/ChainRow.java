package org.epione.ledger.connector.store;

import java.time.Instant;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;

/**
 * One party's copy of one chain.
 *
 * @param holder code of the party whose copy it is
 * @param hospital code of the hospital whose chain it is
 * @param pid pseudo-identity of that hospital
 * @param height of the last block; -1 before the first
 * @param head hash of the last block; 32 zero bytes before the first
 * @param headTime time of the last block
 * @param records number of records
 * @param known height up to which there are blocks elsewhere, if that is more than here; or less
 */
public record ChainRow(
    String holder,
    String hospital,
    Pid pid,
    long height,
    Digest head,
    Instant headTime,
    long records,
    long known) {

  /** Whether blocks are known to be missing here. */
  public boolean isBehind() {
    return height < known;
  }
}
