package org.epione.matching.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code matching.looking}, from a hospital to each within reach, also to itself: one of its
 * patients looks for others.
 */
record LookingMessage(MatchingCertificate certificate) {

  static final String TYPE = "matching.looking";
  private static final String TAG = "epione.matching.looking";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1).bytes(certificate.encode()).toByteArray();
  }

  static LookingMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new LookingMessage(
                MatchingCertificate.decode(in.bytes(MatchingCertificate.MAX_LENGTH))));
  }
}
