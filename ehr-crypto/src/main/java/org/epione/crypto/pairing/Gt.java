package org.epione.crypto.pairing;

/**
 * A value of the pairing; immutable, in the subgroup of prime order. There is no exponentiation: it
 * is slow, and an exponent can always be moved into G1 before pairing. Compared in constant time,
 * since values of the pairing are keys.
 *
 * <p>Encoded: 576 bytes, the twelve coefficients in Fp, each 48 bytes big-endian and below p, of
 * the tower Fp2 = Fp(u), u^2 = -1; Fp6 = Fp2(v), v^3 = 1 + u; Fp12 = Fp6(w), w^2 = v: for i = 0, 1,
 * 2 and j = 0, 1 the coefficient of v^i w^j, its real part before its imaginary part.
 */
public interface Gt {

  /** Length of an encoding in bytes. */
  int LENGTH = 576;

  /** The product of two values. */
  Gt multiply(Gt other);

  /** Whether this is the identity. */
  boolean isIdentity();

  /** The encoding. */
  byte[] encode();
}
