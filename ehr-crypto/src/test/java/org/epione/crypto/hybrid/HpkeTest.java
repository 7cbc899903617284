package org.epione.crypto.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HpkeTest {

  private static final byte[] INFO = {1};
  private static final byte[] DATA = {2};
  private static final byte[] TEXT = {3, 4, 5};

  private final Hpke hpke = Suites.blst("hpke").hpke();
  private final HpkeKeyPair receiver = hpke.generate();
  private final HpkeKeyPair sender = hpke.generate();

  static Stream<TestVector> published() {
    return VectorFile.stream("hpke/rfc9180.json");
  }

  static Stream<TestVector> publishedAuth() {
    return VectorFile.stream("hpke/draft08-auth.json");
  }

  static Stream<TestVector> publicKeys() {
    return VectorFile.stream("hpke/public-keys.json");
  }

  @ParameterizedTest
  @MethodSource("published")
  void seal_shouldGiveThePublishedCiphertext(TestVector vector) {
    byte[] info = vector.input("info");
    byte[] data = vector.input("associatedData");
    byte[] text = vector.input("plaintext");
    byte[] expected =
        CanonicalWriter.of("epione.hpke", 1)
            .u8(0)
            .fixed(vector.expected("encapsulation"), HpkePublicKey.LENGTH)
            .bytes(vector.expected("ciphertext"))
            .toByteArray();
    Hpke fixed = new Hpke(length -> vector.input("ephemeralInput"));
    HpkeKeyPair to = fixed.restore(SecretBytes.of(vector.input("receiverSecret")));
    assertThat(to.publicKey().encode()).isEqualTo(vector.expected("receiverPublic"));
    assertThat(fixed.seal(to.publicKey(), info, data, text)).isEqualTo(expected);
    assertThat(fixed.open(to.secretKey(), info, data, expected)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("publishedAuth")
  void authOpen_shouldGiveThePublishedPlaintext(TestVector vector) {
    HpkeSecretKey to = restored(vector.input("receiverSecret")).secretKey();
    HpkePublicKey from = restored(vector.input("senderSecret")).publicKey();
    byte[] info = vector.input("info");
    byte[] data = vector.input("associatedData");
    byte[] sealed =
        CanonicalWriter.of("epione.hpke", 1)
            .u8(2)
            .fixed(vector.input("encapsulation"), HpkePublicKey.LENGTH)
            .bytes(vector.input("ciphertext"))
            .toByteArray();
    if (vector.isValid()) {
      assertThat(to.publicKey().encode()).isEqualTo(vector.expected("receiverPublic"));
      assertThat(from.encode()).isEqualTo(vector.expected("senderPublic"));
      assertThat(hpke.authOpen(to, from, info, data, sealed))
          .isEqualTo(vector.expected("plaintext"));
    } else {
      failed(() -> hpke.authOpen(to, from, info, data, sealed));
    }
  }

  private HpkeKeyPair restored(byte[] secret) {
    return hpke.restore(SecretBytes.of(secret));
  }

  @Test
  void open_shouldGiveTheText_whenEverythingAgrees() {
    byte[] sealed = hpke.seal(receiver.publicKey(), INFO, DATA, TEXT);
    assertThat(hpke.open(receiver.secretKey(), INFO, DATA, sealed)).isEqualTo(TEXT);
    assertThat(hpke.seal(receiver.publicKey(), INFO, DATA, TEXT)).isNotEqualTo(sealed);
  }

  @Test
  void authOpen_shouldGiveTheText_whenEverythingAgrees() {
    byte[] sealed = hpke.authSeal(sender, receiver.publicKey(), INFO, DATA, TEXT);
    assertThat(hpke.authOpen(receiver.secretKey(), sender.publicKey(), INFO, DATA, sealed))
        .isEqualTo(TEXT);
  }

  @Test
  void open_shouldFail_whenKeyInfoDataOrModeDiffers() {
    byte[] sealed = hpke.seal(receiver.publicKey(), INFO, DATA, TEXT);
    failed(() -> hpke.open(sender.secretKey(), INFO, DATA, sealed));
    failed(() -> hpke.open(receiver.secretKey(), DATA, DATA, sealed));
    failed(() -> hpke.open(receiver.secretKey(), INFO, INFO, sealed));
    failed(() -> hpke.authOpen(receiver.secretKey(), sender.publicKey(), INFO, DATA, sealed));
  }

  @Test
  void authOpen_shouldFail_whenSenderIsAnother() {
    byte[] sealed = hpke.authSeal(sender, receiver.publicKey(), INFO, DATA, TEXT);
    HpkeKeyPair impostor = hpke.generate();
    failed(() -> hpke.authOpen(receiver.secretKey(), impostor.publicKey(), INFO, DATA, sealed));
    byte[] forged = hpke.authSeal(impostor, receiver.publicKey(), INFO, DATA, TEXT);
    failed(() -> hpke.authOpen(receiver.secretKey(), sender.publicKey(), INFO, DATA, forged));
    failed(() -> hpke.open(receiver.secretKey(), INFO, DATA, sealed));
  }

  @Test
  void open_shouldFail_whenAnyByteIsChangedCutOrAdded() {
    byte[] sealed = hpke.seal(receiver.publicKey(), INFO, DATA, TEXT);
    Tampering.everyByte(sealed)
        .forEach(changed -> failed(() -> hpke.open(receiver.secretKey(), INFO, DATA, changed)));
    for (int length = 0; length < sealed.length + 2; length++) {
      if (length != sealed.length) {
        byte[] other = java.util.Arrays.copyOf(sealed, length);
        failed(() -> hpke.open(receiver.secretKey(), INFO, DATA, other));
      }
    }
  }

  @Test
  void open_shouldFail_whenEncapsulatedKeyIsOfLowOrder() {
    byte[] sealed =
        CanonicalWriter.of("epione.hpke", 1)
            .u8(0)
            .fixed(new byte[32], 32)
            .bytes(new byte[20])
            .toByteArray();
    failed(() -> hpke.open(receiver.secretKey(), INFO, DATA, sealed));
  }

  @ParameterizedTest
  @MethodSource("publicKeys")
  void decodePublicKey_shouldRefuse_whenOfLowOrderOrNotCanonical(TestVector vector) {
    assertThatThrownBy(() -> hpke.decodePublicKey(vector.input("publicKey")))
        .isInstanceOf(MalformedEncodingException.class);
  }

  /** Near 0 and near the prime, where points of low order are, and anywhere. */
  @Test
  void decodePublicKey_shouldRefuseExactlyWhatAgreesWithNothing() {
    BigInteger prime = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    Random random = new Random(7748);
    for (int i = 0; i < 500; i++) {
      for (BigInteger u :
          List.of(
              BigInteger.valueOf(i),
              prime.subtract(BigInteger.valueOf(i + 1L)),
              new BigInteger(256, random).mod(prime))) {
        byte[] encoded = littleEndian(u);
        boolean agrees =
            X25519.calculateAgreement(
                new byte[X25519.SCALAR_SIZE], 0, encoded, 0, new byte[X25519.POINT_SIZE], 0);
        boolean taken = true;
        try {
          hpke.decodePublicKey(encoded);
        } catch (MalformedEncodingException refused) {
          taken = false;
        }
        assertThat(taken).as("u = %s", u).isEqualTo(agrees);
      }
    }
  }

  private static byte[] littleEndian(BigInteger u) {
    byte[] big = u.toByteArray();
    byte[] little = new byte[HpkePublicKey.LENGTH];
    for (int i = 0; i < Math.min(big.length, little.length); i++) {
      little[i] = big[big.length - 1 - i];
    }
    return little;
  }

  @Test
  void restore_shouldGiveTheSameKey_whenExported() {
    assertThat(hpke.restore(receiver.secretKey().export()).publicKey())
        .isEqualTo(receiver.publicKey())
        .isEqualTo(HpkePublicKey.decode(receiver.publicKey().encode()));
    assertThat(receiver.secretKey()).hasToString("HpkeSecretKey");
    assertThatThrownBy(() -> hpke.restore(SecretBytes.of(new byte[33])))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void open_shouldRefuse_whenKeyIsClosed() {
    byte[] sealed = hpke.seal(receiver.publicKey(), INFO, DATA, TEXT);
    receiver.close();
    assertThatThrownBy(() -> hpke.open(receiver.secretKey(), INFO, DATA, sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  private static void failed(Runnable opening) {
    assertThatThrownBy(opening::run)
        .isInstanceOf(DecryptionFailedException.class)
        .hasMessage("decryption failed")
        .hasNoCause();
  }
}
