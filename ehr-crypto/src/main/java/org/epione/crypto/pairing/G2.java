package org.epione.crypto.pairing;

/**
 * An element of G2 of BLS12-381, written multiplicatively; immutable, always on the twist and of
 * the right order. Encoded: 96 bytes, compressed, IETF/ZCash format.
 */
public interface G2 extends GroupElement {

  /** Length of an encoding in bytes. */
  int LENGTH = 96;

  /** The product of two elements. */
  G2 multiply(G2 other);

  /**
   * This element raised to {@code exponent}. Takes the same time for every exponent, unless the
   * element is {@link #prepared}: then for public exponents and such as are used once.
   */
  G2 power(Scalar exponent);

  /**
   * The same in the same time for every exponent, whether prepared or not: for secrets of long
   * life. {@link SecretScalar#raise(G2)} takes this way.
   */
  default G2 powerOfSecret(Scalar exponent) {
    return power(exponent);
  }

  /**
   * An equal element whose {@link #power} is faster, at the price of memory: for a base that is
   * used often with exponents that may show in the timing. The generators are prepared.
   */
  default G2 prepared() {
    return this;
  }

  /** The element whose product with this one is the identity. */
  G2 inverse();
}
