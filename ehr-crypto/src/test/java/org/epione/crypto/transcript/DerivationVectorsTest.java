package org.epione.crypto.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published vectors: RFC 5869 appendix A, RFC 4231, RFC 9380 appendix K.1. */
class DerivationVectorsTest {

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] counting(int from, int to) {
    byte[] bytes = new byte[to - from];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
  }

  @Test
  void hkdf_shouldGiveRfc5869Case1() {
    byte[] ikm = new byte[22];
    Arrays.fill(ikm, (byte) 0x0b);
    byte[] output = new byte[42];
    Hkdf.extractAndExpand(ikm, counting(0, 13), counting(0xf0, 0xfa), output);
    assertThat(output)
        .isEqualTo(
            bytes(
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                    + "34007208d5b887185865"));
  }

  @Test
  void hkdf_shouldGiveRfc5869Case2() {
    byte[] output = new byte[82];
    Hkdf.extractAndExpand(counting(0, 0x50), counting(0x60, 0xb0), counting(0xb0, 0x100), output);
    assertThat(output)
        .isEqualTo(
            bytes(
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                    + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                    + "cc30c58179ec3e87c14c01d5c1f3434f1d87"));
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
  void derive_shouldRefuse_whenLengthIsOutOfRange() {
    SecretBytes secret = SecretBytes.of(new byte[32]);
    for (int length : new int[] {0, Hkdf.MAX_LENGTH + 1}) {
      assertThatThrownBy(() -> Hkdf.derive(secret, DomainTag.AEAD_KEY, new byte[0], length))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void hmac_shouldGiveRfc4231Case2() {
    assertThat(
            Hmac.of(
                SecretBytes.of("Jefe".getBytes(StandardCharsets.US_ASCII)),
                "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
  }

  @ParameterizedTest
  @CsvSource({
    "'',32,68a985b87eb6b46952128911f2a4412bbc302a9d759667f87f7a21d803f07235",
    "abc,32,d8ccab23b5985ccea865c6c97b6e5b8350e794e603b4b97902f53a8a0d605615",
    "abcdef0123456789,32,eff31487c770a893cfb36f912fbfcbff40d5661771ca4b2cb4eafe524333f5c1",
  })
  void xmd_shouldGiveRfc9380Vectors(String message, int length, String expected) {
    assertThat(
            MessageExpansion.xmd(
                "QUUX-V01-CS02-with-expander-SHA256-128".getBytes(StandardCharsets.US_ASCII),
                message.getBytes(StandardCharsets.US_ASCII),
                length))
        .isEqualTo(bytes(expected));
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
      assertThat(one.text()).matches("[!-~]{16,255}");
      for (DomainTag other : DomainTag.values()) {
        assertThat(one == other || !other.text().startsWith(one.text())).isTrue();
      }
    }
  }
}
