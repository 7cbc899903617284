package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;

/**
 * A signature of {@link IdentityBasedSignatures}; names neither signer nor message. Immutable;
 * compared by content.
 *
 * <p>Encoded ({@code epione.combined.signature}, 1): {@code G1} S0, {@code G2} S1, {@code G2} S2,
 * {@code G1} S3; 315 bytes in all.
 */
public final class IdentityBasedSignature {

  private static final String TAG = "epione.combined.signature";

  private final SecondLevel elements;

  IdentityBasedSignature(SecondLevel elements) {
    this.elements = elements;
  }

  static IdentityBasedSignature decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, in -> new IdentityBasedSignature(SecondLevel.read(group, in)));
  }

  /** The encoding; {@link IdentityBasedSignatures#decodeSignature} reads it back. */
  public byte[] encode() {
    return elements.write(CanonicalWriter.of(TAG, 1)).toByteArray();
  }

  SecondLevel elements() {
    return elements;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityBasedSignature that && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }

  @Override
  public String toString() {
    return "IdentityBasedSignature";
  }
}
