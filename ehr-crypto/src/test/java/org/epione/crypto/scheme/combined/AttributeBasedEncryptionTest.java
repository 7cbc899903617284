package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.Dem;
import org.epione.crypto.policy.AccessPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeBasedEncryptionTest {

  private final Practice practice = new Practice(Suites.blst("abe"));
  private final AttributeBasedEncryption abe = practice.abe;

  static List<CryptoSuite> suites() {
    return Suites.both();
  }

  private AttributeCiphertext encrypt(String policy) {
    return abe.encrypt(AccessPolicy.parse(policy), Practice.DATA, Practice.DIAGNOSIS);
  }

  private byte[] decrypt(AttributeKey key, AttributeCiphertext ciphertext) {
    return abe.decrypt(key, Practice.DATA, ciphertext);
  }

  private static void failed(Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(DecryptionFailedException.class)
        .hasMessage("decryption failed")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a                                    | a",
        "a                                    | a b c",
        "a and b                              | a b",
        "a or b                               | b",
        "a and (b or c) and d                 | a c d",
        "2 of (a, b, c)                       | a c",
        "2 of (a, b, c)                       | a b c",
        "3 of (a, b, c, d, e)                 | b d e",
        "2 of (a and b, c, d or e)            | c e",
        "(a and b) or (a and c)               | a c",
        "2 of (a and b, a and c, b and c)     | a b c",
        "a or 3 of (b, c, 2 of (d, e, f), g)  | c d f g"
      })
  void decrypt_shouldGiveThePlaintext_whenThePolicyIsSatisfied(String policy, String held) {
    assertThat(decrypt(practice.holder(held.split(" ")), encrypt(policy)))
        .isEqualTo(Practice.DIAGNOSIS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a                                    | b",
        "a and b                              | a",
        "a and b                              | A B",
        "a or b                               | c",
        "a and (b or c) and d                 | b c d",
        "2 of (a, b, c)                       | c d",
        "3 of (a, b, c, d, e)                 | b d",
        "2 of (a and b, a and c, b and c)     | a b"
      })
  void decrypt_shouldFail_whenThePolicyIsNotSatisfied(String policy, String held) {
    failed(() -> decrypt(practice.holder(held.split(" ")), encrypt(policy)));
  }

  @ParameterizedTest
  @MethodSource("suites")
  void decrypt_shouldGiveThePlaintext_onEachBackend(CryptoSuite suite) {
    Practice there = new Practice(suite);
    AttributeCiphertext ciphertext =
        there.abe.encrypt(AccessPolicy.parse("2 of (a, b, c)"), Practice.DATA, Practice.DIAGNOSIS);
    assertThat(there.abe.decrypt(there.holder("a", "c"), Practice.DATA, ciphertext))
        .isEqualTo(Practice.DIAGNOSIS);
  }

  @Test
  void decrypt_shouldGiveThePlaintext_whenBackendDiffersFromTheEncryptors() {
    CryptoSuite other = Suites.bouncyCastle("abe");
    PublicParameters parameters =
        other.keyAuthority().decodeParameters(practice.parameters.encode());
    AttributeBasedEncryption there = other.attributeBasedEncryption(parameters);
    AttributeKey key =
        other.holderKeys(parameters).restoreAttributeKey(practice.holder("a", "b").export());
    AttributeCiphertext ciphertext = there.decodeCiphertext(encrypt("a and b").encode());
    assertThat(there.decrypt(key, Practice.DATA, ciphertext)).isEqualTo(Practice.DIAGNOSIS);
  }

  @Test
  void decrypt_shouldGiveThePlaintext_whenThePolicyIsAsLargeAsItCanBe() {
    String policy =
        IntStream.range(0, AccessPolicy.MAX_LEAVES)
            .mapToObj(i -> "a" + i)
            .reduce((one, other) -> one + " and " + other)
            .orElseThrow();
    String[] all = policy.split(" and ");
    assertThat(decrypt(practice.holder(all), encrypt(policy))).isEqualTo(Practice.DIAGNOSIS);
    failed(() -> decrypt(practice.holder(Arrays.copyOf(all, all.length - 1)), encrypt(policy)));
  }

  @Test
  void decrypt_shouldFail_whenAssociatedDataOrAuthorityDiffer() {
    AttributeCiphertext ciphertext = encrypt("a");
    failed(() -> abe.decrypt(practice.holder("a"), new byte[0], ciphertext));
    MasterKey other = practice.authority.setup();
    failed(() -> decrypt(practice.authority.issue(other, Practice.attributes("a")), ciphertext));
    AttributeBasedEncryption there = practice.suite.attributeBasedEncryption(other.parameters());
    failed(() -> there.decrypt(practice.holder("a"), Practice.DATA, ciphertext));
  }

  @Test
  void decrypt_shouldFail_whenAnyByteIsChanged() {
    AttributeKey key = practice.holder("a", "b", "c");
    Stream.of("a and b", "2 of (a, b, c)")
        .flatMap(policy -> Tampering.everyByte(encrypt(policy).encode()))
        .forEach(changed -> assertThat(opens(key, changed)).isFalse());
  }

  private boolean opens(AttributeKey key, byte[] encoded) {
    try {
      decrypt(key, abe.decodeCiphertext(encoded));
      return true;
    } catch (MalformedEncodingException | DecryptionFailedException e) {
      return false;
    }
  }

  @Test
  void decodeCiphertext_shouldGiveItBackOrRefuse() {
    AttributeCiphertext ciphertext = encrypt("a and bc");
    byte[] encoded = ciphertext.encode();
    assertThat(encoded).hasSize(324 + 8 + 2 * 144 + Practice.DIAGNOSIS.length);
    assertThat(abe.decodeCiphertext(encoded))
        .isEqualTo(ciphertext)
        .hasSameHashCodeAs(ciphertext)
        .isNotEqualTo(encrypt("a and bc"));
    assertThat(abe.decodeCiphertext(encoded).digest()).isEqualTo(ciphertext.digest());
    assertThat(ciphertext.policy().text()).isEqualTo("a and bc");
    assertThat(ciphertext).hasToString("AttributeCiphertext(a and bc)");
    IntStream.of(0, 1, 40, 300, encoded.length - 1, encoded.length + 1)
        .forEach(length -> refused(Arrays.copyOf(encoded, length)));
  }

  @Test
  void decodeCiphertext_shouldRefuse_whenRowsDoNotFitThePolicy() {
    AttributeCiphertext two = encrypt("a and b");
    refused(new AttributeCiphertext(AccessPolicy.parse("a"), two.sealed()).encode());
    refused(new AttributeCiphertext(AccessPolicy.parse("a and b and c"), two.sealed()).encode());
  }

  private void refused(byte[] encoded) {
    assertThatThrownBy(() -> abe.decodeCiphertext(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void encrypt_shouldTakeAnEmptyPlaintextAndRefuseOneThatIsTooLarge() {
    AccessPolicy policy = AccessPolicy.parse("a");
    assertThat(decrypt(practice.holder("a"), abe.encrypt(policy, Practice.DATA, new byte[0])))
        .isEmpty();
    byte[] large = new byte[Payloads.MAX_SEALED - Dem.OVERHEAD + 1];
    assertThatThrownBy(() -> abe.encrypt(policy, Practice.DATA, large))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
