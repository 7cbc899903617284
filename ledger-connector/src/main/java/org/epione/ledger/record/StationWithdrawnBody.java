package org.epione.ledger.record;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.KeyLengths;

/**
 * A doctor takes her station back: it countersigns for nobody from the next block on, and its key
 * is never enrolled again.
 *
 * @param key of the station, 32 bytes
 */
public record StationWithdrawnBody(ByteString key) implements RecordBody {

  private static final String TAG = "epione.station-withdrawn";

  /** Checks the length. */
  public StationWithdrawnBody {
    KeyLengths.require(key, KeyLengths.ED25519_KEY, "an Ed25519 key");
  }

  @Override
  public RecordType type() {
    return RecordType.STATION_WITHDRAWN;
  }

  @Override
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).fixed(key.bytes(), KeyLengths.ED25519_KEY).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static StationWithdrawnBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> new StationWithdrawnBody(RecordFields.fixed(from, KeyLengths.ED25519_KEY)));
  }
}
