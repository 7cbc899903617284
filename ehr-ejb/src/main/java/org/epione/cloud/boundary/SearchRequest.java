package org.epione.cloud.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code cloud.search}, hospital to cloud: which of the sender's records match this trapdoor. It
 * says neither whose the trapdoor is nor for which symptom. Answered by {@code cloud.found} ({@link
 * SearchFound}), once for each portion. The same id again, while that search goes on, changes
 * nothing.
 *
 * @param sealedTrapdoor the 48 bytes of the trapdoor, sealed (HPKE auth mode) by the hospital to
 *     the cloud with {@link #sealingInfo} and the id as associated data: opened only by this cloud,
 *     only from this hospital, only for this search
 */
public record SearchRequest(SearchId search, ByteString sealedTrapdoor) {

  public static final String TYPE = "cloud.search";
  private static final String TAG = "epione.cloud.search";
  private static final int MAX_SEALED = 256;

  /** What seals of trapdoors are bound to. */
  public static byte[] sealingInfo() {
    return CanonicalWriter.of("epione.cloud.search.sealed", 1).toByteArray();
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    search.write(to);
    return to.bytes(sealedTrapdoor.bytes()).toByteArray();
  }

  /** Reads back {@link #encode}. */
  public static SearchRequest decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in -> new SearchRequest(SearchId.read(in), ByteString.of(in.bytes(MAX_SEALED))));
  }
}
