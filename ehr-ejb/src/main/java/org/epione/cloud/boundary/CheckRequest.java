package org.epione.cloud.boundary;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * {@code cloud.check}, from the system manager or the hospital: look whether this ciphertext is
 * intact. Answered by {@code cloud.checked} ({@link CheckResult}). Tells less than fetching, so
 * auditing needs no right to the ciphertext.
 */
public record CheckRequest(RecordId episode, Digest ciphertext) {

  public static final String TYPE = "cloud.check";
  private static final String TAG = "epione.cloud.check";

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static CheckRequest decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    return in.end(() -> new CheckRequest(episode, ciphertext));
  }
}
