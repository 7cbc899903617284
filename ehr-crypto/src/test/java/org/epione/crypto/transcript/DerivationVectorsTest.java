package org.epione.crypto.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivationVectorsTest {

  static Stream<TestVector> hkdf() {
    return VectorFile.stream("hkdf/rfc5869.json");
  }

  static Stream<TestVector> hmac() {
    return VectorFile.stream("hmac/rfc4231.json");
  }

  static Stream<TestVector> expandMessage() {
    return VectorFile.stream("expand-message/rfc9380-sha256.json");
  }

  @ParameterizedTest
  @MethodSource("hkdf")
  void hkdf_shouldGiveTheRfcsOutput(TestVector vector) {
    byte[] output = new byte[vector.inputNumber("length")];
    Hkdf.extractAndExpand(
        vector.input("secret"), vector.input("salt"), vector.input("info"), output);
    assertThat(output).isEqualTo(vector.expected("output"));
  }

  @Test
  void derive_shouldDiffer_whenPurposeOrContextDiffers() {
    SecretBytes secret = SecretBytes.of(new byte[32]);
    SecretBytes one = Hkdf.derive(secret, DomainTag.AEAD_KEY, new byte[] {1}, 32);
    assertThat(Hkdf.derive(secret, DomainTag.AEAD_KEY, new byte[] {1}, 32)).isEqualTo(one);
    assertThat(Hkdf.derive(secret, DomainTag.AEAD_KEY, new byte[] {2}, 32)).isNotEqualTo(one);
    assertThat(Hkdf.derive(secret, DomainTag.MAC_KEY, new byte[] {1}, 32)).isNotEqualTo(one);
  }

  @Test
  void deriveUnsalted_shouldPutTheLabelBeforeTheContext() {
    byte[] secret = {1, 2, 3};
    byte[] info = (DomainTag.AEAD_KEY.text() + "context").getBytes(StandardCharsets.US_ASCII);
    byte[] expected = new byte[32];
    Hkdf.extractAndExpand(secret, new byte[0], info, expected);
    byte[] context = "context".getBytes(StandardCharsets.US_ASCII);
    assertThat(Hkdf.deriveUnsalted(SecretBytes.of(secret), DomainTag.AEAD_KEY, context, 32))
        .isEqualTo(SecretBytes.of(expected));
  }

  @Test
  void derivation_shouldGiveBytes_upToItsGreatestLength() {
    SecretBytes secret = SecretBytes.of(new byte[32]);
    assertThat(Hkdf.derive(secret, DomainTag.AEAD_KEY, new byte[0], Hkdf.MAX_LENGTH).length())
        .isEqualTo(8160);
    assertThat(MessageExpansion.xmd(DomainTag.SELF_TEST, new byte[0], 8160)).hasSize(8160);
    assertThat(MessageExpansion.xmd(DomainTag.SELF_TEST, new byte[0], 1)).hasSize(1);
  }

  @Test
  void derive_shouldRefuse_whenLengthIsOutOfRange() {
    SecretBytes secret = SecretBytes.of(new byte[32]);
    for (int length : new int[] {0, Hkdf.MAX_LENGTH + 1}) {
      assertThatThrownBy(() -> Hkdf.derive(secret, DomainTag.AEAD_KEY, new byte[0], length))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("hmac")
  void hmac_shouldGiveTheRfcsTag(TestVector vector) {
    assertThat(Hmac.of(SecretBytes.of(vector.input("key")), vector.input("message")))
        .isEqualTo(vector.expected("tag"));
  }

  @ParameterizedTest
  @MethodSource("expandMessage")
  void xmd_shouldGiveTheRfcsOutput(TestVector vector) {
    assertThat(
            MessageExpansion.xmd(
                vector.inputText("tagText").getBytes(StandardCharsets.US_ASCII),
                vector.input("message"),
                vector.inputNumber("length")))
        .isEqualTo(vector.expected("output"));
  }

  @Test
  void xmd_shouldRefuse_whenLengthIsOutOfRange() {
    for (int length : new int[] {0, 8161}) {
      assertThatThrownBy(() -> MessageExpansion.xmd(DomainTag.SELF_TEST, new byte[0], length))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void tags_shouldBeDistinctAndNoneAPrefixOfAnother() {
    for (DomainTag one : DomainTag.values()) {
      assertThat(one.text()).matches("[!-~]{9,255}");
      for (DomainTag other : DomainTag.values()) {
        assertThat(one == other || !other.text().startsWith(one.text())).isTrue();
      }
    }
  }
}
