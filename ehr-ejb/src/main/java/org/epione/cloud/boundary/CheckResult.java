package org.epione.cloud.boundary;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * {@code cloud.checked}, in reply to {@code cloud.check}.
 *
 * @param length in bytes as found, 0 where there is nothing
 * @param location where it is or should be, as in the STORED record; empty if UNKNOWN
 */
public record CheckResult(
    RecordId episode, Digest ciphertext, Finding finding, long length, String location) {

  public static final String TYPE = "cloud.checked";
  private static final String TAG = "epione.cloud.checked";
  private static final int MAX_LOCATION = 200;

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(episode.bytes(), RecordId.LENGTH)
        .fixed(ciphertext.bytes(), Digest.LENGTH)
        .text(finding.name())
        .u64(length)
        .text(location)
        .toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static CheckResult decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RecordId episode = RecordId.of(in.fixed(RecordId.LENGTH));
    Digest ciphertext = Digest.decode(in.fixed(Digest.LENGTH));
    String finding = in.text(16);
    long length = in.u64();
    String location = in.text(MAX_LOCATION);
    return in.end(
        () -> new CheckResult(episode, ciphertext, Finding.valueOf(finding), length, location));
  }
}
