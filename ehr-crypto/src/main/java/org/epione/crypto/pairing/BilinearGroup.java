package org.epione.crypto.pairing;

import java.util.List;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.DomainTag;

/**
 * The pairing group BLS12-381: groups G1, G2, GT of prime order q ({@link Scalar#ORDER}) and a
 * bilinear map e: G1 x G2 -> GT. The map is the optimal ate pairing raised to 3, as blst and others
 * compute it, so values agree between backends byte for byte. Elements of one backend are refused
 * by another with {@link IllegalArgumentException}. Implementations are immutable and thread-safe.
 */
public interface BilinearGroup {

  /** Name of the backend, for operators: {@code blst} or {@code bouncycastle}. */
  String name();

  /** The standard generator g of G1. */
  G1 generatorG1();

  /** The standard generator of G2, with a hat in the papers. */
  G2 generatorG2();

  /**
   * Hash to G1 by RFC 9380, suite BLS12381G1_XMD:SHA-256_SSWU_RO_, nobody knowing its logarithm.
   */
  G1 hashToG1(DomainTag tag, byte[] message);

  /**
   * Hash to G2 by RFC 9380, suite BLS12381G2_XMD:SHA-256_SSWU_RO_, nobody knowing its logarithm.
   */
  G2 hashToG2(DomainTag tag, byte[] message);

  /**
   * Reads an element of G1.
   *
   * @throws MalformedEncodingException if it is not the one encoding of an element of the right
   *     order, or is the identity
   */
  G1 decodeG1(byte[] encoded);

  /**
   * Reads an element of G2.
   *
   * @throws MalformedEncodingException if it is not the one encoding of an element of the right
   *     order, or is the identity
   */
  G2 decodeG2(byte[] encoded);

  /**
   * Reads a value of the pairing.
   *
   * @throws MalformedEncodingException if it is not the one encoding of a value of the right order,
   *     or is the identity
   */
  Gt decodeGt(byte[] encoded);

  /**
   * The product of the pairings of all terms, with one final exponentiation. A term that holds an
   * identity contributes nothing; the product of no terms is the identity.
   */
  Gt product(List<PairingTerm> terms);

  /**
   * Multi-exponentiation: the product of each base raised to the exponent at its place; the
   * identity if there are none. The time depends on the exponents, and is shorter for short ones:
   * for public exponents and such as are used once, never for secrets of long life.
   *
   * @throws IllegalArgumentException unless there are as many exponents as bases
   */
  default G1 productOfPowersG1(List<G1> bases, List<Scalar> exponents) {
    requireSameSize(bases, exponents);
    G1 product = generatorG1().power(Scalar.of(0));
    for (int i = 0; i < bases.size(); i++) {
      product = product.multiply(bases.get(i).power(exponents.get(i)));
    }
    return product;
  }

  /** The same in G2. */
  default G2 productOfPowersG2(List<G2> bases, List<Scalar> exponents) {
    requireSameSize(bases, exponents);
    G2 product = generatorG2().power(Scalar.of(0));
    for (int i = 0; i < bases.size(); i++) {
      product = product.multiply(bases.get(i).power(exponents.get(i)));
    }
    return product;
  }

  /** e(left, right). */
  default Gt pair(G1 left, G2 right) {
    return product(List.of(new PairingTerm(left, right)));
  }

  /** Whether e(a, b) = e(c, d), with one final exponentiation. */
  default boolean areEqual(PairingTerm first, PairingTerm second) {
    return product(List.of(new PairingTerm(first.left().inverse(), first.right()), second))
        .isIdentity();
  }

  private static void requireSameSize(List<?> bases, List<?> exponents) {
    if (bases.size() != exponents.size()) {
      throw new IllegalArgumentException("one exponent for each base");
    }
  }
}
