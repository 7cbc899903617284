package org.epione.sharing.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * The patient's share of a re-encryption key: R1 and R2 of protocols 4.1. R1 is worth a record to
 * whoever also holds the X inside R2, that is to the doctor; so both travel sealed from the asked
 * hospital to the system manager, and lie protected there.
 *
 * @param reEncryptionKey R1, encoded
 * @param sealedDelegation R2, which only the doctor can open
 */
record DelegationKeys(ByteString reEncryptionKey, ByteString sealedDelegation) {

  static final int MAX_SEALED = 4096;

  private static final String TAG = "epione.sharing.delegation";
  private static final int MAX_PART = 1024;

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(reEncryptionKey.bytes())
        .bytes(sealedDelegation.bytes())
        .toByteArray();
  }

  static DelegationKeys decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString reEncryptionKey = ByteString.of(in.bytes(MAX_PART));
    ByteString sealedDelegation = ByteString.of(in.bytes(MAX_PART));
    return in.end(() -> new DelegationKeys(reEncryptionKey, sealedDelegation));
  }

  /** The label under which the system manager protects it at rest. */
  static String label(Digest grant) {
    return "sharing.delegation:" + grant.hex();
  }

  /** HPKE info of the sealed form; the associated data is the digest of the grant. */
  static byte[] sealingInfo() {
    return CanonicalWriter.of("epione.sharing.delegation.seal", 1).toByteArray();
  }

  /** What RE_ENCRYPTION_KEY_ISSUED says was issued: SHA-256 of R1 (48 bytes) and R2. */
  Digest digest() {
    return Digest.ofConcatenation(reEncryptionKey.bytes(), sealedDelegation.bytes());
  }

  /** Never the keys. */
  @Override
  public String toString() {
    return "DelegationKeys";
  }
}
