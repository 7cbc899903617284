package org.epione.crypto.pairing;

/**
 * An element of G1 of BLS12-381, written multiplicatively as in the papers; immutable, always on
 * the curve and of the right order. Encoded: 48 bytes, compressed, IETF/ZCash format. Equal
 * elements of one backend are {@code equals}.
 */
public interface G1 extends GroupElement {

  /** Length of an encoding in bytes. */
  int LENGTH = 48;

  /** The product of two elements. */
  G1 multiply(G1 other);

  /**
   * This element raised to {@code exponent}. Takes the same time for every exponent, unless the
   * element is {@link #prepared}: then for public exponents and such as are used once.
   */
  G1 power(Scalar exponent);

  /**
   * The same in the same time for every exponent, whether prepared or not: for secrets of long
   * life. {@link SecretScalar#raise(G1)} takes this way.
   */
  default G1 powerOfSecret(Scalar exponent) {
    return power(exponent);
  }

  /**
   * An equal element whose {@link #power} is faster, at the price of memory: for a base that is
   * used often with exponents that may show in the timing. The generators are prepared.
   */
  default G1 prepared() {
    return this;
  }

  /** The element whose product with this one is the identity. */
  G1 inverse();
}
