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

  /** This element raised to {@code exponent}; takes the same time for every exponent. */
  G2 power(Scalar exponent);

  /**
   * An equal element whose {@link #power} may be faster, at the price of memory: for a base that is
   * used often.
   */
  default G2 prepared() {
    return this;
  }

  /** The element whose product with this one is the identity. */
  G2 inverse();
}
