package org.epione.crypto.pairing;

import java.util.Arrays;
import org.epione.crypto.secret.SecretBytes;

/**
 * A value of the pairing; immutable, in the subgroup of prime order. Compared in constant time,
 * since values of the pairing are keys. Exponentiation is slow: where the value is a pairing still
 * to be computed, the exponent belongs into G1.
 *
 * <p>Encoded: 576 bytes, the twelve coefficients in Fp, each 48 bytes big-endian and below p, of
 * the tower Fp2 = Fp(u), u^2 = -1; Fp6 = Fp2(v), v^3 = 1 + u; Fp12 = Fp6(w), w^2 = v: for i = 0, 1,
 * 2 and j = 0, 1 the coefficient of v^i w^j, its real part before its imaginary part.
 */
public interface Gt extends GroupElement {

  /** Length of an encoding in bytes. */
  int LENGTH = 576;

  /** The product of two values. */
  Gt multiply(Gt other);

  /**
   * This value raised to {@code exponent}. The time depends on the exponent: for public exponents
   * and such as are used once, never for secrets of long life.
   */
  Gt power(Scalar exponent);

  /**
   * An equal value whose {@link #power} is faster, at the price of memory: for a base that is used
   * often.
   */
  default Gt prepared() {
    return this;
  }

  /** The value whose product with this one is the identity. */
  Gt inverse();

  /** The encoding as key material. */
  default SecretBytes toSecret() {
    byte[] encoded = encode();
    try {
      return SecretBytes.of(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }
}
