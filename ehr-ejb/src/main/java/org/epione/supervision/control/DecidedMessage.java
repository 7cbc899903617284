package org.epione.supervision.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code supervision.decided}, from the system manager to the hospital: a decision that is final on
 * the chain.
 *
 * @param decision its record
 * @param sealedReason the reason, sealed to the hospital
 */
record DecidedMessage(Proven decision, ByteString sealedReason) {

  static final String TYPE = "supervision.decided";
  private static final String TAG = "epione.supervision.decided";

  byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    Proven.write(to, decision);
    return to.bytes(sealedReason.bytes()).toByteArray();
  }

  static DecidedMessage decode(byte[] encoded) {
    CanonicalReader from = CanonicalReader.of(TAG, 1, encoded);
    Proven decision = Proven.read(from);
    ByteString reason = ByteString.of(from.bytes(SealedTexts.MAX_LENGTH));
    return from.end(() -> new DecidedMessage(decision, reason));
  }
}
