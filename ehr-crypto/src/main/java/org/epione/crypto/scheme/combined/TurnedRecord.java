package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.secret.ConstantTime;

/**
 * What the proxy sends to the consumer: the unchanged ciphertext, X = Z^s e(Q, C1)^theta, and theta
 * encrypted to the policy of the terms. It cannot be turned again. Immutable; compared by content.
 *
 * <p>Encoded ({@code epione.abpre.turned-record}, 1): {@code bytes} terms, {@code bytes} record
 * ciphertext, {@code Gt} X, {@code bytes} attribute ciphertext of theta.
 */
public final class TurnedRecord {

  private static final String TAG = "epione.abpre.turned-record";
  private static final int MAX_CIPHERTEXT = Payloads.MAX_SEALED + 1024;

  private final ReEncryptionTerms terms;
  private final RecordCiphertext ciphertext;
  private final Gt x;
  private final AttributeCiphertext theta;

  TurnedRecord(
      ReEncryptionTerms terms, RecordCiphertext ciphertext, Gt x, AttributeCiphertext theta) {
    this.terms = terms;
    this.ciphertext = ciphertext;
    this.x = x;
    this.theta = theta;
  }

  static TurnedRecord decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new TurnedRecord(
                ReEncryptionTerms.decode(in.bytes(ReEncryptionTerms.MAX_LENGTH)),
                RecordCiphertext.decode(group, in.bytes(MAX_CIPHERTEXT)),
                group.decodeGt(in.fixed(Gt.LENGTH)),
                BlindingFactor.read(group, in)));
  }

  /** Under which terms it was turned. */
  public ReEncryptionTerms terms() {
    return terms;
  }

  /** The ciphertext as stored, to compare with what the chain says of it. */
  public RecordCiphertext ciphertext() {
    return ciphertext;
  }

  /** The encoding; {@link AttributeBasedReEncryption#decodeTurned} reads it back. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(terms.encode())
        .bytes(ciphertext.encode())
        .fixed(x.encode(), Gt.LENGTH)
        .bytes(theta.encode())
        .toByteArray();
  }

  Gt x() {
    return x;
  }

  AttributeCiphertext theta() {
    return theta;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TurnedRecord that && ConstantTime.areEqual(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return ciphertext.hashCode();
  }

  @Override
  public String toString() {
    return "TurnedRecord(" + terms.record() + ")";
  }
}
