package org.epione.cloud.boundary;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;

/**
 * {@code cloud.refused}, cloud to hospital: the ciphertext was not stored.
 *
 * @param reason a stable word such as {@code DIGEST_DIFFERS}, at most 64 bytes
 */
public record StoreRefusal(RecordId episode, String reason) {

  public static final String TYPE = "cloud.refused";
  private static final String TAG = "epione.cloud.refused";
  private static final int MAX_REASON = 64;

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .text(reason)
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static StoreRefusal decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    String reason = in.text(MAX_REASON);
    return in.end(() -> new StoreRefusal(episode, reason));
  }
}
