package org.epione.crypto.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class P256ScalarTest {

  private static SecretBytes secret(int length, BigInteger number) {
    return SecretBytes.of(BigIntegers.asUnsignedByteArray(length, number));
  }

  private static void assertRefused(SecretBytes encoded) {
    assertThatThrownBy(() -> P256Scalar.restore(encoded))
        .isExactlyInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void restore_shouldGiveBackWhatWasExported() {
    P256Scalar scalar = P256Scalar.random(new DeterministicRandomSource("scalar"));
    assertThat(scalar.export().length()).isEqualTo(P256Scalar.LENGTH);
    assertThat(P256Scalar.restore(scalar.export())).isEqualTo(scalar).hasSameHashCodeAs(scalar);
    BigInteger greatest = P256Point.ORDER.subtract(BigInteger.ONE);
    assertThat(P256Scalar.restore(secret(32, greatest)).number()).isEqualTo(greatest);
  }

  @Test
  void restore_shouldRefuse_whenZeroOrNotBelowTheOrder() {
    assertRefused(SecretBytes.of(new byte[32]));
    assertRefused(secret(32, P256Point.ORDER));
    assertRefused(secret(32, P256Point.ORDER.add(BigInteger.ONE)));
    assertRefused(secret(32, BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 33, 65})
  void restore_shouldRefuse_whenTheLengthIsAnother(int length) {
    assertRefused(secret(length, BigInteger.ONE));
  }

  @Test
  void reduce_shouldTakeTheRemainder() {
    BigInteger number = P256Point.ORDER.shiftLeft(60).add(BigInteger.TEN);
    assertThat(P256Scalar.reduce(secret(40, number)).number()).isEqualTo(BigInteger.TEN);
  }

  @Test
  void reduce_shouldRefuse_whenTooShortOrZero() {
    assertThatThrownBy(() -> P256Scalar.reduce(secret(39, BigInteger.TEN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> P256Scalar.reduce(secret(40, P256Point.ORDER)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void random_shouldTryAgain_whenChanceGivesZero() {
    RandomSource honest = new DeterministicRandomSource("zero");
    boolean[] asked = new boolean[1];
    RandomSource zeroFirst =
        length -> {
          boolean first = !asked[0];
          asked[0] = true;
          return first ? new byte[length] : honest.bytes(length);
        };
    assertThat(P256Scalar.random(zeroFirst).number().signum()).isPositive();
  }

  @Test
  void close_shouldWipeThisOneOnly() {
    P256Scalar scalar = P256Scalar.random(new DeterministicRandomSource("close"));
    P256Scalar copy = scalar.copy();
    scalar.close();
    assertThatThrownBy(scalar::export).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(scalar::number).isInstanceOf(IllegalStateException.class);
    assertThat(copy.export().length()).isEqualTo(P256Scalar.LENGTH);
    assertThat(copy).hasToString("P256Scalar");
  }
}
