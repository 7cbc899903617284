package org.epione.ledger.station;

import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.finality.Countersignature;

/**
 * Countersignatures on their way to the hospital.
 *
 * @param votes at most {@link #MOST}
 */
public record CountersignatureBatch(List<Countersignature> votes) {

  /** Type of the envelope. */
  public static final String TYPE = "station.countersign";

  /** Most in one. */
  public static final int MOST = 100;

  private static final String TAG = "epione.countersignatures";

  /** Copies the list. */
  public CountersignatureBatch {
    votes = List.copyOf(votes);
    if (votes.size() > MOST) {
      throw new IllegalArgumentException("too many countersignatures");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .list(votes, (to, vote) -> to.bytes(vote.encode()))
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static CountersignatureBatch decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new CountersignatureBatch(
                from.list(
                    MOST,
                    item -> Countersignature.decode(item.bytes(Countersignature.MAX_LENGTH)))));
  }
}
