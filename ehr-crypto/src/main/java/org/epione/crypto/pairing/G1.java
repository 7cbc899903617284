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

  /** This element raised to {@code exponent}; takes the same time for every exponent. */
  G1 power(Scalar exponent);

  /**
   * An equal element whose {@link #power} may be faster, at the price of memory: for a base that is
   * used often.
   */
  default G1 prepared() {
    return this;
  }

  /** The element whose product with this one is the identity. */
  G1 inverse();
}
