package org.epione.sharing.control;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.KeyLengths;

/**
 * {@code sharing.destroyed}, from the system manager, which is the proxy, to the hospital whose
 * patient withdrew: that it keeps no key of the grant and will take none. Signed by itself, so that
 * the hospital and the patient can show it to others.
 *
 * @param grant digest of the grant
 * @param withdrawal digest of the CONSENT_WITHDRAWN record that it answers
 * @param destroyedAt when, milliseconds
 * @param signature of the system manager, Ed25519 over {@link #toSign}, 64 bytes
 */
record DestructionReceipt(
    Digest grant, Digest withdrawal, Instant destroyedAt, ByteString signature) {

  static final String TYPE = "sharing.destroyed";
  private static final String TAG = "epione.sharing.destroyed";
  private static final String SIGNED = "epione.key-destroyed";
  private static final int MAX_SIGNED = 256;

  DestructionReceipt {
    KeyLengths.require(signature, KeyLengths.ED25519_SIGNATURE, "an Ed25519 signature");
  }

  /** What the system manager signs. */
  static byte[] toSign(Digest grant, Digest withdrawal, Instant destroyedAt) {
    return CanonicalWriter.of(SIGNED, 1)
        .fixed(grant.bytes(), Digest.LENGTH)
        .fixed(withdrawal.bytes(), Digest.LENGTH)
        .instant(destroyedAt)
        .toByteArray();
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(toSign(grant, withdrawal, destroyedAt))
        .fixed(signature.bytes(), KeyLengths.ED25519_SIGNATURE)
        .toByteArray();
  }

  static DestructionReceipt decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    byte[] signed = in.bytes(MAX_SIGNED);
    ByteString signature = ByteString.of(in.fixed(KeyLengths.ED25519_SIGNATURE));
    return in.end(
        () ->
            CanonicalReader.decode(
                SIGNED,
                1,
                signed,
                from ->
                    new DestructionReceipt(
                        Digest.decode(from.fixed(Digest.LENGTH)),
                        Digest.decode(from.fixed(Digest.LENGTH)),
                        from.instant(),
                        signature)));
  }
}
