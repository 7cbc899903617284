package org.epione.crypto.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.util.BigIntegers;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class P256PointTest {

  private static final BigInteger PRIME =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
  private static final BigInteger B =
      new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

  private final DeterministicRandomSource random = new DeterministicRandomSource("curve");
  private final P256Point point = P256Point.generator().multiply(P256Scalar.random(random));

  private static P256Scalar scalar(BigInteger number) {
    return P256Scalar.restore(SecretBytes.of(BigIntegers.asUnsignedByteArray(32, number)));
  }

  private static void assertRefused(byte[] encoded) {
    assertThatThrownBy(() -> P256Point.decode(encoded))
        .isExactlyInstanceOf(MalformedEncodingException.class);
  }

  /** Known multiples of the generator, as in NIST's example values. */
  @ParameterizedTest
  @CsvSource({
    "1,6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,"
        + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
    "2,7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978,"
        + "07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1",
    "3,5ecbe4d1a6330a44c8f7ef951d4bf165e6c6b721efada985fb41661bc6e7fd6c,"
        + "8734640c4998ff7e374b06ce1a64a2ecd82ab036384fb83d9a79b127a27d5032",
  })
  void multiply_shouldGiveTheKnownMultiples(long factor, String x, String y) {
    byte[] expected = HexFormat.of().parseHex("04" + x + y);
    P256Point multiple = P256Point.generator().multiply(scalar(BigInteger.valueOf(factor)));
    assertThat(multiple.encode()).isEqualTo(expected);
    assertThat(P256Point.decode(expected)).isEqualTo(multiple).hasSameHashCodeAs(multiple);
  }

  @Test
  void multiply_shouldAgreeWithRepeatedAddition() {
    P256Point sum = point;
    for (long factor = 1; factor <= 70; factor++) {
      assertThat(point.multiply(scalar(BigInteger.valueOf(factor)))).isEqualTo(sum);
      sum = sum.plus(point);
    }
  }

  @Test
  void multiply_shouldBeDistributive_whenNumbersAreLarge() {
    BigInteger one = P256Scalar.random(random).number();
    BigInteger other = P256Scalar.random(random).number();
    assertThat(point.multiply(scalar(one)).plus(point.multiply(scalar(other))))
        .isEqualTo(point.multiply(scalar(one.add(other).mod(P256Point.ORDER))));
    assertThat(point.multiply(scalar(one)).multiply(scalar(other)))
        .isEqualTo(point.multiply(scalar(one.multiply(other).mod(P256Point.ORDER))));
  }

  @Test
  void minus_shouldGiveInfinity_whenPointsAreEqual() {
    P256Point infinity = point.minus(point);
    assertThat(infinity.isInfinity()).isTrue();
    assertThat(infinity.plus(point)).isEqualTo(point);
    assertThat(point.multiply(scalar(P256Point.ORDER.subtract(BigInteger.ONE))).plus(point))
        .isEqualTo(infinity);
    assertThatThrownBy(infinity::encode).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void decode_shouldGiveThePointBack_orRefuse() {
    byte[] encoded = point.encode();
    assertThat(encoded).hasSize(P256Point.LENGTH);
    assertThat(P256Point.decode(encoded)).isEqualTo(point);
    Tampering.everyByte(encoded).forEach(P256PointTest::assertRefused);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 33, 64, 66, 130})
  void decode_shouldRefuse_whenTheLengthIsAnother(int length) {
    assertRefused(Arrays.copyOf(point.encode(), length));
  }

  /** Infinity in its own form and padded, compressed and hybrid points, a point of all zeros. */
  @ParameterizedTest
  @ValueSource(bytes = {0x00, 0x02, 0x03, 0x05, 0x06, 0x07})
  void decode_shouldRefuse_whenTheFormIsAnother(byte form) {
    byte[] encoded = point.encode();
    encoded[0] = form;
    assertRefused(encoded);
    assertRefused(Arrays.copyOf(encoded, 33));
    byte[] zeros = new byte[P256Point.LENGTH];
    zeros[0] = form;
    assertRefused(zeros);
    assertRefused(new byte[] {form});
  }

  @Test
  void decode_shouldRefuse_whenACoordinateIsNotReduced() {
    // x = 0 is on the curve, and p stands for 0 as well.
    BigInteger y = B.modPow(PRIME.add(BigInteger.ONE).shiftRight(2), PRIME);
    byte[] encoded = new byte[P256Point.LENGTH];
    encoded[0] = 4;
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, y), 0, encoded, 33, 32);
    assertThat(P256Point.decode(encoded).encode()).isEqualTo(encoded);
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, PRIME), 0, encoded, 1, 32);
    assertRefused(encoded);
  }

  @Test
  void toString_shouldTellNothing() {
    assertThat(point).hasToString("P256Point");
  }
}
