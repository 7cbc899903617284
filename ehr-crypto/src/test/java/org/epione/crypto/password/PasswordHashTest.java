package org.epione.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashTest {

  private final PasswordHash hash = Suites.blst("password").passwordHash();
  private final PasswordParameters cheap = hash.of(16, 1, 1);
  private final PasswordSalt salt = hash.newSalt(cheap);

  private SecretBytes stretch(String password) {
    return hash.stretch(password.toCharArray(), salt, 32);
  }

  /** Test vectors of the Argon2 reference implementation (argon2id, version 0x13). */
  @ParameterizedTest
  @CsvSource({
    "65536,2,1,09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    "256,2,1,9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
  })
  void stretch_shouldGiveThePublishedHash(int memory, int passes, int lanes, String expected) {
    assertThat(
            hash.stretch(
                    "password".toCharArray(),
                    "somesalt".getBytes(StandardCharsets.US_ASCII),
                    hash.of(memory, passes, lanes),
                    32)
                .reveal(SecretAccess.token()))
        .isEqualTo(HexFormat.of().parseHex(expected));
  }

  /** In the same memory, whatever was in it before. */
  @Test
  void stretch_shouldGiveTheSame_whenOthersWereStretchedBefore() {
    SecretBytes first = stretch("secret");
    hash.stretch("other".toCharArray(), hash.newSalt(hash.of(256, 2, 1)), 32).close();
    hash.stretch("another".toCharArray(), hash.newSalt(hash.of(64, 1, 2)), 32).close();

    assertThat(stretch("secret")).isEqualTo(first);
  }

  @Test
  void defaults_shouldCost64MebibytesAndThreePasses() {
    assertThat(hash.defaults()).isEqualTo(new PasswordParameters(65536, 3, 1));
  }

  @Test
  void stretch_shouldDiffer_whenPasswordSaltOrCostDiffers() {
    assertThat(stretch("secret")).isEqualTo(stretch("secret")).isNotEqualTo(stretch("Secret"));
    char[] password = "secret".toCharArray();
    assertThat(hash.stretch(password, hash.newSalt(cheap), 32)).isNotEqualTo(stretch("secret"));
    assertThat(hash.stretch(password, new PasswordSalt(salt.salt(), hash.of(32, 1, 1)), 32))
        .isNotEqualTo(stretch("secret"));
    assertThat(password).isEqualTo("secret".toCharArray());
  }

  @Test
  void stretch_shouldBeTheSame_whenTypedInAnotherNormalForm() {
    assertThat(stretch("Zoe\u0308")).isEqualTo(stretch("Zo\u00eb")).isNotEqualTo(stretch("Zoe"));
  }

  @Test
  void stretch_shouldBeTheSame_whenGivenTheEncodedPassword() {
    SecretBytes encoded = PasswordHash.encode("Zoe\u0308".toCharArray());
    assertThat(encoded).isEqualTo(SecretBytes.of("Zo\u00eb".getBytes(StandardCharsets.UTF_8)));
    assertThat(hash.stretch(encoded, salt.salt().bytes(), cheap, 32))
        .isEqualTo(stretch("Zo\u00eb"));
  }

  @Test
  void stretch_shouldRefuse_whenPasswordIsNoText() {
    assertThatThrownBy(() -> stretch("a\ud800")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> stretch("\ud800a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stretch_shouldRefuse_whenSaltOrOutputIsTooShort() {
    assertThatThrownBy(() -> hash.stretch(new char[] {'a'}, new byte[7], cheap, 32))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hash.stretch(new char[] {'a'}, salt, 15))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"7,1,1", "15,1,2", "1048577,1,1", "64,0,1", "64,65,1", "64,1,0", "1024,1,17"})
  void parameters_shouldBeRefused_whenOutOfBounds(int memory, int passes, int lanes) {
    assertThatThrownBy(() -> hash.of(memory, passes, lanes))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void decode_shouldGiveTheSaltBack_orRefuse() {
    byte[] encoded = salt.encode();
    assertThat(PasswordSalt.decode(encoded)).isEqualTo(salt);
    byte[] hostile = encoded.clone();
    hostile[22] = (byte) 0x7f;
    assertThat(hostile).isNotEqualTo(encoded);
    assertThatThrownBy(() -> PasswordSalt.decode(hostile))
        .isInstanceOf(MalformedEncodingException.class);
    Tampering.everyByte(encoded)
        .forEach(changed -> assertThat(isRefusedOrAnother(changed)).isTrue());
  }

  private boolean isRefusedOrAnother(byte[] encoded) {
    try {
      return !PasswordSalt.decode(encoded).equals(salt);
    } catch (MalformedEncodingException e) {
      return true;
    }
  }
}
