package org.epione.crypto.pairing.blst;

import java.math.BigInteger;
import java.util.Arrays;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PrimeField;
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
    long[] limbs = new long[COEFFICIENTS * LIMBS];
    boolean zero = true;
    for (int i = 0; i < COEFFICIENTS; i++) {
      BigInteger coefficient = PrimeField.decode(encoded, i * PrimeField.LENGTH);
      zero &= coefficient.signum() == 0;
      BigInteger montgomery = coefficient.multiply(MONTGOMERY).mod(PrimeField.MODULUS);
      for (int limb = 0; limb < LIMBS; limb++) {
        limbs[memoryIndex(i) * LIMBS + limb] = montgomery.shiftRight(64 * limb).longValue();
      }
    }
    PT value = new FromMemory(limbs);
    if (zero || value.is_one() || !value.in_group()) {
      throw new MalformedEncodingException("not a pairing value, or the identity");
    }
    return new BlstGt(value);
  }

  @Override
  public BlstGt multiply(Gt other) {
    if (other instanceof BlstGt own) {
      return new BlstGt(value.dup().mul(own.value));
    }
    throw new IllegalArgumentException("element of another pairing backend");
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
