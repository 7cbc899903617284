package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.identity.Validity;

/**
 * A doctor lets a station countersign blocks in her name from the next block on.
 *
 * @param station its key, with proof that the station holds it
 * @param validity when its countersignatures count
 */
public record StationEnrolledBody(StationIdentity station, Validity validity)
    implements RecordBody {

  private static final String TAG = "epione.station-enrolled";
  private static final int MAX_STATION = 256;

  @Override
  public RecordType type() {
    return RecordType.STATION_ENROLLED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1).bytes(station.encode());
    validity.write(to);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static StationEnrolledBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new StationEnrolledBody(
                StationIdentity.decode(from.bytes(MAX_STATION)), Validity.read(from)));
  }
}
