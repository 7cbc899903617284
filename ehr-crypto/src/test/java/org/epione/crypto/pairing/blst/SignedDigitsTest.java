package org.epione.crypto.pairing.blst;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.epione.crypto.pairing.Scalar;
import org.junit.jupiter.api.Test;

class SignedDigitsTest {

  @Property(tries = 1000)
  void of_shouldSumUpToTheExponent(@ForAll byte[] seed, @ForAll @IntRange(max = 255) int bits) {
    BigInteger number = new BigInteger(1, seed).add(BigInteger.ONE).pow(40);
    check(number.mod(BigInteger.ONE.shiftLeft(bits)).mod(Scalar.ORDER));
  }

  @Test
  void of_shouldSumUpToTheExponent_whenExponentIsAnExtreme() {
    BigInteger half = Scalar.ORDER.shiftRight(1);
    check(half);
    check(half.add(BigInteger.ONE));
    for (int i = 0; i < 200; i++) {
      check(BigInteger.valueOf(i));
      check(Scalar.ORDER.subtract(BigInteger.valueOf(i + 1)));
    }
    for (int bit = 0; bit < 255; bit++) {
      check(BigInteger.ONE.shiftLeft(bit));
      check(BigInteger.ONE.shiftLeft(bit).subtract(BigInteger.ONE));
    }
  }

  @Test
  void length_shouldBeThatOfTheAmount_whenExponentIsShortOrSlightlyNegative() {
    assertThat(SignedDigits.of(Scalar.of(0)).length()).isEqualTo(1);
    assertThat(SignedDigits.of(Scalar.of(5)).length()).isEqualTo(4);
    assertThat(SignedDigits.of(Scalar.of(-5)).length()).isEqualTo(4);
    assertThat(SignedDigits.of(scalar(BigInteger.ONE.shiftLeft(127))).length()).isEqualTo(129);
  }

  private static void check(BigInteger number) {
    SignedDigits digits = SignedDigits.of(scalar(number));
    BigInteger sum = BigInteger.ZERO;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.digit(i);
      sum = sum.shiftLeft(1).add(BigInteger.valueOf(digit));
      if (digit != 0) {
        assertThat(Math.abs(digit) % 2).isEqualTo(1);
        assertThat(Math.abs(digit) / 2).isLessThan(digits.tableSize());
      }
    }
    assertThat(sum.mod(Scalar.ORDER)).isEqualTo(number);
    assertThat(digits.digit(digits.length())).isZero();
  }

  private static Scalar scalar(BigInteger number) {
    byte[] minimal = number.toByteArray();
    byte[] encoded = new byte[Scalar.LENGTH];
    int length = Math.min(minimal.length, encoded.length);
    System.arraycopy(minimal, minimal.length - length, encoded, encoded.length - length, length);
    return Scalar.decode(encoded);
  }
}
