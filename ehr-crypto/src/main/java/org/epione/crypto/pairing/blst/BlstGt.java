package org.epione.crypto.pairing.blst;

import java.math.BigInteger;
import java.util.Arrays;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PrimeField;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.secret.ConstantTime;
import supranational.blst.PT;

/**
 * An immutable pairing value. blst cannot read one back, so {@link #decode} fills in the memory
 * that blst works on: twelve field elements in Montgomery form, six little-endian limbs each. This
 * depends on the layout of the pinned version; the self-test at start compares it with values that
 * blst computed itself.
 */
final class BlstGt implements Gt {

  private static final int COEFFICIENTS = 12;
  private static final int LIMBS = 6;
  private static final BigInteger MONTGOMERY = BigInteger.ONE.shiftLeft(384);

  private final PT value;

  private BlstGt(PT value) {
    this.value = value;
  }

  /** Takes over {@code value}, which nobody else may hold and which is finally exponentiated. */
  static BlstGt owning(PT value) {
    return new BlstGt(value);
  }

  static BlstGt decode(byte[] encoded) {
    if (encoded.length != LENGTH) {
      throw new MalformedEncodingException("a pairing value has " + LENGTH + " bytes");
    }
    PT value = read(encoded);
    if (Arrays.equals(encoded, new byte[LENGTH]) || value.is_one() || !value.in_group()) {
      throw new MalformedEncodingException("not a pairing value, or the identity");
    }
    return new BlstGt(value);
  }

  private static PT read(byte[] encoded) {
    long[] limbs = new long[COEFFICIENTS * LIMBS];
    for (int i = 0; i < COEFFICIENTS; i++) {
      BigInteger coefficient = PrimeField.decode(encoded, i * PrimeField.LENGTH);
      BigInteger montgomery = coefficient.multiply(MONTGOMERY).mod(PrimeField.MODULUS);
      for (int limb = 0; limb < LIMBS; limb++) {
        limbs[memoryIndex(i) * LIMBS + limb] = montgomery.shiftRight(64 * limb).longValue();
      }
    }
    return new FromMemory(limbs);
  }

  @Override
  public BlstGt multiply(Gt other) {
    if (other instanceof BlstGt own) {
      return new BlstGt(value.dup().mul(own.value));
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  @Override
  public BlstGt power(Scalar exponent) {
    // Fixed windows of four bits: the same squarings and multiplications for every exponent.
    PT[] powers = new PT[16];
    powers[0] = PT.one().dup();
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1].dup().mul(value);
    }
    PT result = PT.one().dup();
    for (byte octet : exponent.encode()) {
      for (int window : new int[] {octet >> 4 & 0xf, octet & 0xf}) {
        result.sqr().sqr().sqr().sqr().mul(powers[window]);
      }
    }
    return new BlstGt(result);
  }

  /** The conjugate, since values of the pairing have norm one: the coefficients of w negated. */
  @Override
  public BlstGt inverse() {
    byte[] encoded = encode();
    for (int i = 0; i < COEFFICIENTS; i++) {
      if (i / 2 % 2 == 1) {
        int offset = i * PrimeField.LENGTH;
        BigInteger negated =
            PrimeField.MODULUS.subtract(PrimeField.decode(encoded, offset)).mod(PrimeField.MODULUS);
        Arrays.fill(encoded, offset, offset + PrimeField.LENGTH, (byte) 0);
        PrimeField.encode(negated, encoded, offset);
      }
    }
    return new BlstGt(read(encoded));
  }

  @Override
  public boolean isIdentity() {
    return value.is_one();
  }

  @Override
  public byte[] encode() {
    return value.to_bendian();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlstGt that && ConstantTime.areEqual(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }

  @Override
  public String toString() {
    return "Gt";
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

  private static final class FromMemory extends PT {
    FromMemory(long[] limbs) {
      super(limbs);
    }
  }
}
