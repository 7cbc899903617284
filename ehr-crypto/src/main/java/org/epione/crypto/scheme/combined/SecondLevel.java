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
    SecondLevel blinding = blinding(parameters, key.hashed(), hashedValue, random);
    return new SecondLevel(
        parent.k0().multiply(blinding.k0),
        parent.k1().multiply(blinding.k1),
        blinding.k2,
        parent.kId().multiply(blinding.k3));
  }

  /** An equally good one that cannot be linked with this. */
  SecondLevel rerandomise(
      PublicParameters parameters, G1 hashedIdentity, G1 hashedValue, RandomSource random) {
    SecondLevel blinding = blinding(parameters, hashedIdentity, hashedValue, random);
    return new SecondLevel(
        k0.multiply(blinding.k0),
        k1.multiply(blinding.k1),
        k2.multiply(blinding.k2),
        k3.multiply(blinding.k3));
  }

  /** All of a second level but g^alpha, with random t' and tau. */
  private static SecondLevel blinding(
      PublicParameters parameters, G1 hashedIdentity, G1 hashedValue, RandomSource random) {
    try (SecretScalar t = SecretScalar.random(random);
        SecretScalar tau = SecretScalar.random(random)) {
      return new SecondLevel(
          t.use(one -> tau.use(other -> parameters.a().powerOfSecret(one.add(other)))),
          t.raise(parameters.generator()),
          tau.raise(parameters.generator()),
          t.raise(hashedIdentity).multiply(tau.raise(hashedValue)));
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
