package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.random.RandomSource;

/**
 * Delegate of the paper: what the holder of an identity key derives for one value below the
 * identity. For a record it is the key of that record; for a message it is a signature (Gentry and
 * Silverberg). Which of the two is decided by the hash function, so neither serves as the other.
 *
 * @param k0 K0 g^(a(t' + tau)): rerandomised
 * @param k1 K1 ĝ^t'
 * @param k2 ĝ^tau
 * @param k3 K_id h_id(PID)^t' h(value)^tau
 */
record SecondLevel(G1 k0, G2 k1, G2 k2, G1 k3) {

  /** Derives with fresh t' and tau, so that results cannot be linked with each other or the key. */
  static SecondLevel derive(
      PublicParameters parameters, IdentityKey key, G1 hashedValue, RandomSource random) {
    IdentityKey.Elements parent = key.elements();
    try (SecretScalar t = SecretScalar.random(random);
        SecretScalar tau = SecretScalar.random(random)) {
      G1 blinding = t.use(one -> tau.use(other -> parameters.a().power(one.add(other))));
      return new SecondLevel(
          parent.k0().multiply(blinding),
          parent.k1().multiply(t.raise(parameters.generator())),
          tau.raise(parameters.generator()),
          parent.kId().multiply(t.raise(key.hashed())).multiply(tau.raise(hashedValue)));
    }
  }

  static SecondLevel read(BilinearGroup group, CanonicalReader in) {
    return new SecondLevel(
        group.decodeG1(in.fixed(G1.LENGTH)),
        group.decodeG2(in.fixed(G2.LENGTH)),
        group.decodeG2(in.fixed(G2.LENGTH)),
        group.decodeG1(in.fixed(G1.LENGTH)));
  }

  CanonicalWriter write(CanonicalWriter out) {
    return out.fixed(k0.encode(), G1.LENGTH)
        .fixed(k1.encode(), G2.LENGTH)
        .fixed(k2.encode(), G2.LENGTH)
        .fixed(k3.encode(), G1.LENGTH);
  }

  @Override
  public String toString() {
    return "SecondLevel";
  }
}
