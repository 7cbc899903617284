package org.epione.crypto.scheme.abs;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.transcript.DomainTag;

/**
 * The generators g1, h1, h2, h3 of G1, hashed to the curve from fixed strings, so that nobody knows
 * a relation between them; and what is certified of an attribute.
 */
final class Generators {

  private final BilinearGroup group;
  private final G1 g1;
  private final G1 h1;
  private final G1 h2;
  private final G1 h3;

  Generators(BilinearGroup group) {
    this.group = group;
    this.g1 = generator(group, 0);
    this.h1 = generator(group, 1);
    this.h2 = generator(group, 2);
    this.h3 = generator(group, 3);
  }

  private static G1 generator(BilinearGroup group, int index) {
    byte[] name = CanonicalWriter.of("epione.abs.generator", 1).u8(index).toByteArray();
    return group.hashToG1(DomainTag.ABS_GENERATOR, name).prepared();
  }

  /** g1 h2^u, with u the hash of the attribute. */
  G1 certified(Attribute attribute) {
    byte[] name =
        CanonicalWriter.of("epione.abs.attribute", 1).text(attribute.name()).toByteArray();
    return g1.multiply(h2.power(Scalar.hash(DomainTag.ABS_ATTRIBUTE, name)));
  }

  /** h1^tau, what binds the credentials of one key together. */
  G1 bound(Scalar tau) {
    return h1.powerOfSecret(tau);
  }

  /** h1^tau h3^rho: hides tau perfectly; opening it to another tau takes log_{h1} h3. */
  G1 commit(Scalar tau, Scalar rho) {
    return bound(tau).multiply(h3.powerOfSecret(rho));
  }

  /**
   * The first messages that fit a row's responses, of a proof of e, r, t and rho' with b = a^{-e}
   * (g1 h2^u)^r h1^t and 1 = T^{-r} h1^t h3^{rho'}: a Schnorr proof of two linear relations. For
   * whoever verifies: how long it takes depends on the exponents.
   */
  RowCommitment commitment(Attribute attribute, G1 commitment, RowProof proof) {
    return commitment(attribute, commitment, proof, group::productOfPowersG1);
  }

  /**
   * The same in the same time for all exponents. For whoever signs: nonces and simulated responses
   * show, once known, which rows are proven, and in the end the key.
   */
  RowCommitment secretCommitment(Attribute attribute, G1 commitment, RowProof proof) {
    return commitment(attribute, commitment, proof, Generators::productOfSecretPowers);
  }

  private RowCommitment commitment(
      Attribute attribute,
      G1 commitment,
      RowProof proof,
      BiFunction<List<G1>, List<Scalar>, G1> product) {
    G1 credential =
        product.apply(
            List.of(proof.a(), certified(attribute), h1, proof.b()),
            List.of(proof.e().negate(), proof.r(), proof.t(), proof.c().negate()));
    G1 binding =
        product.apply(
            List.of(commitment, h1, h3), List.of(proof.r().negate(), proof.t(), proof.rho()));
    return new RowCommitment(proof.a(), proof.b(), credential, binding);
  }

  private static G1 productOfSecretPowers(List<G1> bases, List<Scalar> exponents) {
    return IntStream.range(0, bases.size())
        .mapToObj(i -> bases.get(i).powerOfSecret(exponents.get(i)))
        .reduce(G1::multiply)
        .orElseThrow();
  }
}
