package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;

/**
 * Lets the proxy turn one record towards a policy: the record's key, rerandomised and blinded, K0~
 * = K0' Q^theta; and theta encrypted to the policy. Without theta the first is random elements that
 * anyone could have made up, so its holder reads nothing. Immutable; compared by content.
 *
 * <p>Encoded ({@code epione.abpre.re-encryption-key}, 1): {@code bytes} terms, {@code G1} K0~,
 * {@code G2} K1', {@code G2} K2', {@code G1} K_id', {@code bytes} attribute ciphertext of theta.
 */
public final class RecordReEncryptionKey {

  private static final String TAG = "epione.abpre.re-encryption-key";

  private final ReEncryptionTerms terms;
  private final SecondLevel blinded;
  private final AttributeCiphertext theta;

  RecordReEncryptionKey(ReEncryptionTerms terms, SecondLevel blinded, AttributeCiphertext theta) {
    this.terms = terms;
    this.blinded = blinded;
    this.theta = theta;
  }

  static RecordReEncryptionKey decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new RecordReEncryptionKey(
                ReEncryptionTerms.decode(in.bytes(ReEncryptionTerms.MAX_LENGTH)),
                SecondLevel.read(group, in),
                BlindingFactor.read(group, in)));
  }

  /** What it may be used for. */
  public ReEncryptionTerms terms() {
    return terms;
  }

  /** The encoding; {@link AttributeBasedReEncryption#decodeReEncryptionKey} reads it back. */
  public byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1).bytes(terms.encode());
    return blinded.write(out).bytes(theta.encode()).toByteArray();
  }

  SecondLevel blinded() {
    return blinded;
  }

  AttributeCiphertext theta() {
    return theta;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordReEncryptionKey that
        && ByteString.of(encode()).equals(ByteString.of(that.encode()));
  }

  @Override
  public int hashCode() {
    return blinded.hashCode();
  }

  @Override
  public String toString() {
    return "RecordReEncryptionKey(" + terms.record() + ")";
  }
}
