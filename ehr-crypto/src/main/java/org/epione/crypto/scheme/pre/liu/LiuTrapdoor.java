package org.epione.crypto.scheme.pre.liu;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G2;

/**
 * Finds a key holder's records with one symptom: T = g2^(t/x), an element of G2. Encoded with its
 * tag, 117 bytes. More dangerous than a trapdoor of SCOPED: whoever guesses t can tell that the
 * guess is right, and then has T^(t'/t), the trapdoor of any other symptom t'.
 */
public final class LiuTrapdoor extends ElementValue<G2> {

  private static final String TAG = "epione.liu.trapdoor";

  LiuTrapdoor(G2 element) {
    super(element);
  }

  static LiuTrapdoor decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, in -> new LiuTrapdoor(group.decodeG2(in.fixed(G2.LENGTH))));
  }

  /** The encoding; {@link LiuReEncryption#decodeTrapdoor} reads it back. */
  @Override
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).fixed(element().encode(), G2.LENGTH).toByteArray();
  }
}
