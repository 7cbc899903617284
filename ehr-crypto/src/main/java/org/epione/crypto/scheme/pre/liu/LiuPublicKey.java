package org.epione.crypto.scheme.pre.liu;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G1;

/**
 * A patient's or doctor's public key under LIU: PK = g^x, an element of G1. Encoded with its tag,
 * 71 bytes, so that it is never taken for a key of another suite.
 */
public final class LiuPublicKey extends ElementValue<G1> {

  private static final String TAG = "epione.liu.public-key";

  LiuPublicKey(G1 element) {
    super(element);
  }

  static LiuPublicKey decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, in -> new LiuPublicKey(group.decodeG1(in.fixed(G1.LENGTH))));
  }

  /** The encoding; {@link LiuReEncryption#decodePublicKey} reads it back. */
  @Override
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).fixed(element().encode(), G1.LENGTH).toByteArray();
  }
}
