package org.epione.crypto.pairing;

import java.math.BigInteger;
import java.util.Arrays;
import org.epione.crypto.codec.MalformedEncodingException;

/** The base field Fp of BLS12-381 as far as the backends share it: 48 bytes big-endian, below p. */
public final class PrimeField {

  /** Length of an encoded field element in bytes. */
  public static final int LENGTH = 48;

  /** The modulus p, a prime of 381 bits. */
  public static final BigInteger MODULUS =
      new BigInteger(
          "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f624"
              + "1eabfffeb153ffffb9feffffffffaaab",
          16);

  private PrimeField() {}

  /**
   * Reads the element that starts at {@code offset}.
   *
   * @throws MalformedEncodingException if it is not below p
   */
  public static BigInteger decode(byte[] encoded, int offset) {
    BigInteger element = new BigInteger(1, Arrays.copyOfRange(encoded, offset, offset + LENGTH));
    if (element.compareTo(MODULUS) >= 0) {
      throw new MalformedEncodingException("field element not below the modulus");
    }
    return element;
  }

  /** Writes {@code element}, from 0 to p-1, at {@code offset}. */
  public static void encode(BigInteger element, byte[] target, int offset) {
    byte[] minimal = element.toByteArray();
    int length = Math.min(minimal.length, LENGTH);
    System.arraycopy(minimal, minimal.length - length, target, offset + LENGTH - length, length);
  }
}
