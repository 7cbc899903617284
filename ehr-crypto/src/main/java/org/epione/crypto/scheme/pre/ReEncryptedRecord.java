package org.epione.crypto.scheme.pre;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.secret.ConstantTime;

/**
 * What the proxy sends to the grantee: the unchanged ciphertext, Y = e(R1, C1), and the sealed
 * delegation secret R2. Immutable; compared by content.
 */
public final class ReEncryptedRecord {

  private static final String TAG = "epione.scoped.reencrypted";
  private static final int MAX_CIPHERTEXT = ScopedCiphertext.MAX_PAYLOAD + 1024;
  private static final int MAX_SEAL = 1024;

  private final ScopedCiphertext ciphertext;
  private final Gt y;
  private final ByteString sealedDelegation;

  ReEncryptedRecord(ScopedCiphertext ciphertext, Gt y, ByteString sealedDelegation) {
    if (sealedDelegation.size() > MAX_SEAL) {
      throw new IllegalArgumentException("not a sealed delegation secret");
    }
    this.ciphertext = ciphertext;
    this.y = y;
    this.sealedDelegation = sealedDelegation;
  }

  static ReEncryptedRecord decode(BilinearGroup group, byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ScopedCiphertext ciphertext = ScopedCiphertext.decode(group, in.bytes(MAX_CIPHERTEXT));
    Gt y = group.decodeGt(in.fixed(Gt.LENGTH));
    ByteString sealedDelegation = ByteString.of(in.bytes(MAX_SEAL));
    in.end();
    return new ReEncryptedRecord(ciphertext, y, sealedDelegation);
  }

  /** The ciphertext as stored, to compare with what the chain says of it. */
  public ScopedCiphertext ciphertext() {
    return ciphertext;
  }

  /** The encoding; {@link ScopedReEncryption#decodeReEncrypted} reads it back. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(ciphertext.encode())
        .fixed(y.encode(), Gt.LENGTH)
        .bytes(sealedDelegation.bytes())
        .toByteArray();
  }

  Gt y() {
    return y;
  }

  byte[] sealedDelegation() {
    return sealedDelegation.bytes();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReEncryptedRecord that
        && ConstantTime.areEqual(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return ciphertext.hashCode();
  }

  @Override
  public String toString() {
    return "ReEncryptedRecord(" + ciphertext.record() + ")";
  }
}
