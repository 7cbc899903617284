package org.epione.crypto.pairing.blst;

import java.math.BigInteger;
import org.epione.crypto.pairing.Scalar;

/**
 * An exponent in signed sliding windows (width-w non-adjacent form): the sum of digit(i) 2^i, each
 * digit zero or odd and below 2^(w-1) in amount, and of w neighbours at most one not zero. Above
 * half the order the exponent's negative is taken, so that small negative exponents are short too.
 * Which digits there are, and how many, depends on the exponent: not for secrets of long life.
 */
final class SignedDigits {

  private static final BigInteger HALF = Scalar.ORDER.shiftRight(1);

  private final byte[] digits;
  private final int width;

  private SignedDigits(byte[] digits, int width) {
    this.digits = digits;
    this.width = width;
  }

  /** In the width that costs least for its length. */
  static SignedDigits of(Scalar exponent) {
    BigInteger number = exponent.number();
    boolean negative = number.compareTo(HALF) > 0;
    BigInteger amount = negative ? Scalar.ORDER.subtract(number) : number;
    int width = widthFor(amount.bitLength());
    return new SignedDigits(recode(amount, width, negative ? -1 : 1), width);
  }

  /** Where 2^(w-2) entries of a table and one of w + 1 positions are least in sum. */
  private static int widthFor(int bits) {
    if (bits <= 6) {
      return 2;
    }
    if (bits <= 24) {
      return 3;
    }
    return bits <= 100 ? 4 : 5;
  }

  private static byte[] recode(BigInteger amount, int width, int sign) {
    byte[] digits = new byte[amount.bitLength() + 1];
    int carry = 0;
    int position = 0;
    while (position < digits.length) {
      if (bit(amount, position) == carry) {
        position++;
        continue;
      }
      int window = carry;
      for (int i = 0; i < width; i++) {
        window += bit(amount, position + i) << i;
      }
      carry = window >> (width - 1);
      digits[position] = (byte) (sign * (window - (carry << width)));
      position += width;
    }
    return digits;
  }

  private static int bit(BigInteger number, int position) {
    return number.testBit(position) ? 1 : 0;
  }

  /** Number of positions, the highest of which may be zero. */
  int length() {
    return digits.length;
  }

  /** The digit of weight 2^position; zero above the length. */
  int digit(int position) {
    return position < digits.length ? digits[position] : 0;
  }

  /** How many odd powers of the base the digits need: those from 1 to 2^(w-1) - 1. */
  int tableSize() {
    return 1 << (width - 2);
  }
}
