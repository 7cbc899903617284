package org.epione.ledger.transparency;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * A witness knows two heads of a log and wants the proof that one goes on from the other: payload
 * of {@code ledger.heads-apart}. The log answers with a {@link CheckpointOffer} from the smaller to
 * the larger.
 *
 * @param smaller number of records of the smaller head, above 0
 * @param larger number of records of the larger
 */
public record HeadsApart(long smaller, long larger) {

  private static final String TAG = "epione.heads-apart";

  /** Checks the sizes. */
  public HeadsApart {
    if (smaller <= 0 || larger <= smaller) {
      throw new IllegalArgumentException("sizes of two heads out of range");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).u64(smaller).u64(larger).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static HeadsApart decode(byte[] encoded) {
    return CanonicalReader.decode(TAG, 1, encoded, from -> new HeadsApart(from.u64(), from.u64()));
  }
}
