package org.epione.crypto.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.junit.jupiter.api.Test;

class ScalarTest {

  private static byte[] to32(BigInteger number) {
    return Arrays.copyOfRange(BilinearGroupContract.to48(number), 16, 48);
  }

  @Test
  void decode_shouldRefuse_whenNotBelowTheOrder() {
    for (BigInteger number :
        new BigInteger[] {
          Scalar.ORDER,
          Scalar.ORDER.add(BigInteger.valueOf(5)),
          BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE)
        }) {
      assertThatThrownBy(() -> Scalar.decode(to32(number)))
          .isInstanceOf(MalformedEncodingException.class);
    }
    assertThat(Scalar.decode(to32(Scalar.ORDER.subtract(BigInteger.ONE)))).isEqualTo(Scalar.of(-1));
  }

  @Test
  void decode_shouldRefuse_whenLengthIsWrong() {
    for (int length : new int[] {0, 31, 33}) {
      assertThatThrownBy(() -> Scalar.decode(new byte[length]))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void arithmetic_shouldBeModuloTheOrder() {
    Scalar a = Scalar.random(new DeterministicRandomSource("scalar"));
    assertThat(a.add(a.negate()).isZero()).isTrue();
    assertThat(a.multiply(a.inverse())).isEqualTo(Scalar.of(1));
    assertThat(a.multiply(Scalar.of(2))).isEqualTo(a.add(a));
    assertThat(Scalar.of(0).negate()).isEqualTo(Scalar.of(0));
    assertThatThrownBy(() -> Scalar.of(0).inverse()).isInstanceOf(ArithmeticException.class);
    assertThat(Scalar.decode(a.encode())).isEqualTo(a).hasSameHashCodeAs(a).hasToString("Scalar");
  }

  @Test
  void random_shouldTryAgain_whenChanceGivesZero() {
    AtomicReference<byte[]> next = new AtomicReference<>(new byte[48]);
    Scalar scalar =
        Scalar.random(
            length -> {
              byte[] one = new byte[length];
              one[length - 1] = 1;
              return next.getAndSet(one);
            });
    assertThat(scalar).isEqualTo(Scalar.of(1));
  }

  @Test
  void hash_shouldDiffer_whenTagDiffers() {
    assertThat(Scalar.hash(DomainTag.SELF_TEST, new byte[1]))
        .isNotEqualTo(Scalar.hash(DomainTag.BLS_DERIVED_KEY, new byte[1]));
  }

  @Test
  void secret_shouldComeBack_whenExportedAndRestored() {
    try (SecretScalar secret = SecretScalar.random(new DeterministicRandomSource("secret"))) {
      G1 g = BlstGroup.load().generatorG1();
      assertThat(SecretScalar.restore(secret.export()).raise(g)).isEqualTo(secret.raise(g));
      assertThat(secret).hasToString("SecretScalar");
    }
  }

  @Test
  void restore_shouldRefuse_whenZeroOrNotCanonical() {
    for (byte[] bytes :
        new byte[][] {new byte[32], to32(Scalar.ORDER), new byte[31], new byte[48]}) {
      assertThatThrownBy(() -> SecretScalar.restore(SecretBytes.of(bytes)))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void reduce_shouldRefuse_whenInputIsShortOrGivesZero() {
    assertThatThrownBy(() -> SecretScalar.reduce(SecretBytes.of(new byte[32])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SecretScalar.reduce(SecretBytes.of(new byte[48])))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void use_shouldWipeTheLentExponent_whenDone() {
    SecretScalar secret = SecretScalar.random(new DeterministicRandomSource("lent"));
    Scalar kept = secret.use(scalar -> scalar);
    assertThat(kept.isZero()).isTrue();
    assertThat(secret.export().reveal(SecretAccess.token())).isNotEqualTo(new byte[32]);
  }

  @Test
  void use_shouldRefuse_whenClosed() {
    SecretScalar secret = SecretScalar.random(new DeterministicRandomSource("closed"));
    secret.close();
    assertThatThrownBy(() -> secret.use(Scalar::encode)).isInstanceOf(IllegalStateException.class);
  }
}
