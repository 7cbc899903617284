package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * The hospital closes an epoch of its chain, in a block of its own, which begins the next: the
 * anchor from which on the chain can be verified without what came before.
 *
 * @param epoch number of the epoch that ends here, from 1
 * @param lastHeight height of its last block
 * @param lastBlock digest of that block's header
 * @param logSize number of records on the chain up to there
 * @param logRoot root of the RFC 6962 tree over them
 * @param state digest of the sealed state of the chain up to there
 */
public record EpochClosedBody(
    long epoch, long lastHeight, Digest lastBlock, long logSize, Digest logRoot, Digest state)
    implements RecordBody {

  private static final String TAG = "epione.epoch-closed";

  /** Checks the ranges. */
  public EpochClosedBody {
    if (epoch < 1 || lastHeight < 0 || logSize < 1) {
      throw new IllegalArgumentException("no such epoch");
    }
  }

  @Override
  public RecordType type() {
    return RecordType.EPOCH_CLOSED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1).u64(epoch).u64(lastHeight);
    RecordFields.digest(to, lastBlock);
    to.u64(logSize);
    RecordFields.digest(to, logRoot);
    RecordFields.digest(to, state);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static EpochClosedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new EpochClosedBody(
                from.u64(),
                from.u64(),
                RecordFields.digest(from),
                from.u64(),
                RecordFields.digest(from),
                RecordFields.digest(from)));
  }
}
