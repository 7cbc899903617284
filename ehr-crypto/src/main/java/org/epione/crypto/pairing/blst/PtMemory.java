package org.epione.crypto.pairing.blst;

import java.math.BigInteger;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.PrimeField;
import supranational.blst.PT;

/**
 * The memory behind a value of the binding, which can neither read one back nor invert one: twelve
 * field elements in Montgomery form below p, six little-endian limbs each. This depends on the
 * layout of the pinned version; the self-test at start compares it with values that blst computed
 * itself.
 */
final class PtMemory extends PT {

  private static final int COEFFICIENTS = 12;
  private static final int LIMBS = 6;
  private static final BigInteger MONTGOMERY = BigInteger.ONE.shiftLeft(Long.SIZE * LIMBS);
  private static final long[] MODULUS = limbs(PrimeField.MODULUS);

  private PtMemory(long[] limbs) {
    super(limbs);
  }

  /**
   * The value whose coefficients are {@code encoded}; whether it is one of the pairing is for the
   * caller to check.
   *
   * @throws MalformedEncodingException if a coefficient is not below p
   */
  static PT read(byte[] encoded) {
    long[] memory = new long[COEFFICIENTS * LIMBS];
    for (int i = 0; i < COEFFICIENTS; i++) {
      BigInteger coefficient = PrimeField.decode(encoded, i * PrimeField.LENGTH);
      long[] limbs = limbs(coefficient.multiply(MONTGOMERY).mod(PrimeField.MODULUS));
      System.arraycopy(limbs, 0, memory, memoryIndex(i) * LIMBS, LIMBS);
    }
    return new PtMemory(memory);
  }

  /**
   * Changes {@code value} to its conjugate, which is the inverse of a value of the pairing since
   * that has norm one: the coefficients of w, the second half, are negated.
   */
  static void conjugate(PT value) {
    long[] memory = getCPtr(value);
    for (int i = COEFFICIENTS / 2; i < COEFFICIENTS; i++) {
      negate(memory, i * LIMBS);
    }
  }

  /** From x to p - x, or 0 from 0; the same steps for every x. */
  private static void negate(long[] memory, int offset) {
    long any = 0;
    for (int i = 0; i < LIMBS; i++) {
      any |= memory[offset + i];
    }
    long notZero = (any | -any) >> (Long.SIZE - 1);
    long borrow = 0;
    for (int i = 0; i < LIMBS; i++) {
      long limb = memory[offset + i];
      long difference = MODULUS[i] - limb - borrow;
      borrow = ((~MODULUS[i] & limb) | (~(MODULUS[i] ^ limb) & difference)) >>> (Long.SIZE - 1);
      memory[offset + i] = difference & notZero;
    }
  }

  private static long[] limbs(BigInteger number) {
    long[] limbs = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      limbs[i] = number.shiftRight(Long.SIZE * i).longValue();
    }
    return limbs;
  }

  /**
   * The encoding runs over v^i w^j, real and imaginary, with j inside i; memory holds j outside i.
   */
  private static int memoryIndex(int encodedIndex) {
    int i = encodedIndex / 4;
    int j = encodedIndex / 2 % 2;
    int part = encodedIndex % 2;
    return (j * 3 + i) * 2 + part;
  }
}
