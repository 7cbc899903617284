package org.epione.ledger.station;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * A station asks for blocks.
 *
 * @param from height of the first
 */
public record BlocksWanted(long from) {

  /** Type of the envelope. */
  public static final String TYPE = "station.blocks";

  private static final String TAG = "epione.blocks-wanted";

  /** Checks the range. */
  public BlocksWanted {
    if (from < 0) {
      throw new IllegalArgumentException("height out of range");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).u64(from).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static BlocksWanted decode(byte[] encoded) {
    return CanonicalReader.decode(TAG, 1, encoded, from -> new BlocksWanted(from.u64()));
  }
}
