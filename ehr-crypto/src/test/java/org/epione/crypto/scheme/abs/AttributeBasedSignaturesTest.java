package org.epione.crypto.scheme.abs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Policies;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributeBasedSignaturesTest {

  private static final byte[] MESSAGE = Members.message("outsource");

  private final Members members = new Members(Suites.blst("abs"));

  static List<CryptoSuite> suites() {
    return Suites.both();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void verify_shouldAccept_onEitherBackend(CryptoSuite suite) {
    Members there = new Members(suite);
    AttributeSecretKey key = there.key("role:doctor", "hospital:A");
    assertThat(there.abs.isValid(there.issuer.publicKey(), key)).isTrue();
    AttributeBasedSignature signature =
        there.sign(key, "hospital:B or role:doctor and hospital:A", MESSAGE);
    assertThat(there.verify("hospital:B or role:doctor and hospital:A", MESSAGE, signature))
        .isTrue();
    assertThat(there.verify("hospital:B or role:doctor", MESSAGE, signature)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a
          a or b
          a and b
          a and (b or c)
          2 of (a, b, c)
          2 of (a, b, c, d)
          3 of (a, b, c, d)
          a and b or a and c or d
          2 of (a and b, b or c, d)
          """)
  void sign_shouldWorkForExactlyTheSatisfyingSets(String policy) {
    List<String> universe = List.of("a", "b", "c", "d", "e");
    for (int subset = 1; subset < 1 << universe.size(); subset++) {
      int chosen = subset;
      String[] names =
          IntStream.range(0, universe.size())
              .filter(i -> (chosen >> i & 1) == 1)
              .mapToObj(universe::get)
              .toArray(String[]::new);
      AttributeSecretKey key = members.key(names);
      if (satisfies(policy, names)) {
        AttributeBasedSignature signature = members.sign(key, policy, MESSAGE);
        assertThat(members.verify(policy, MESSAGE, signature)).isTrue();
      } else {
        assertThatThrownBy(() -> members.sign(key, policy, MESSAGE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the attributes do not satisfy the policy");
      }
    }
  }

  private static boolean satisfies(String policy, String... names) {
    return AccessPolicy.parse(policy).isSatisfiedBy(Policies.attributes(names));
  }

  @Test
  void verify_shouldRefuse_whenAnythingItIsAboutDiffers() {
    AttributeSecretKey key = members.key("a", "b", "c");
    AttributeBasedSignature signature = members.sign(key, "2 of (a, b, c)", MESSAGE);
    assertThat(members.verify("2 of (a, b, c)", MESSAGE, signature)).isTrue();
    assertThat(members.verify("2 of (a, b, c)", Members.message("query"), signature)).isFalse();
    for (String other :
        List.of(
            "a or b or c", "a and b and c", "2 of (a, c, b)", "2 of (a, b, d)", "a and b", "a")) {
      assertThat(members.verify(other, MESSAGE, signature)).as(other).isFalse();
    }
    IssuerPublicKey stranger = members.abs.generate().publicKey();
    assertThat(
            members.abs.verify(stranger, AccessPolicy.parse("2 of (a, b, c)"), MESSAGE, signature))
        .isFalse();
  }

  @Test
  void sign_shouldRefuse_whenMessageIsNoCanonicalEncoding() {
    AttributeSecretKey key = members.key("a");
    assertThatThrownBy(() -> members.sign(key, "a", new byte[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    AttributeBasedSignature signature = members.sign(key, "a", MESSAGE);
    assertThatThrownBy(() -> members.verify("a", new byte[0], signature))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Nothing in two signatures of one person is equal, and lengths depend on the policy alone. */
  @Test
  void sign_shouldLeaveNoTrace_ofThePersonOrTheAttributesUsed() {
    String policy = "a or b and c or 2 of (c, d, e)";
    Set<Object> seen = new HashSet<>();
    AttributeSecretKey first = members.key("a");
    for (AttributeSecretKey key :
        List.of(first, first, members.key("b", "c"), members.key("d", "e"), members.key("a"))) {
      AttributeBasedSignature signature = members.sign(key, policy, MESSAGE);
      assertThat(signature.encode()).hasSize(74 + 256 * 6);
      elements(signature).forEach(element -> seen.add(List.of(element)));
    }
    int partOfTheChallengeThatBAndCShare = 1;
    assertThat(seen).hasSize(5 * (1 + 7 * 6 - partOfTheChallengeThatBAndCShare));
  }

  private static Stream<Object> elements(AttributeBasedSignature signature) {
    return Stream.concat(
        Stream.of(signature.commitment()),
        signature.rows().stream()
            .flatMap(
                row ->
                    Stream.<Object>of(
                        row.a(), row.b(), row.c(), row.e(), row.r(), row.t(), row.rho())));
  }

  @Test
  void isValid_shouldRefuse_keysOfAnotherIssuerOrChanged() {
    AttributeSecretKey key = members.key("a", "b");
    assertThat(members.abs.isValid(members.issuer.publicKey(), key)).isTrue();
    assertThat(members.abs.isValid(members.abs.generate().publicKey(), key)).isFalse();
  }

  @Test
  void key_shouldBeReadBackAndSign() {
    AttributeSecretKey key = members.key("a", "b");
    AttributeSecretKey again = members.abs.restoreKey(key.export());
    assertThat(again.attributes()).isEqualTo(Policies.attributes("a", "b"));
    assertThat(members.abs.isValid(members.issuer.publicKey(), again)).isTrue();
    assertThat(members.verify("a and b", MESSAGE, members.sign(again, "a and b", MESSAGE)))
        .isTrue();
  }

  @Test
  void issuer_shouldBeReadBackAndIssue() {
    IssuerKeyPair again;
    try (SecretBytes secret = members.issuer.secretKey().export()) {
      again = members.abs.restoreIssuer(secret);
    }
    assertThat(again.publicKey()).isEqualTo(members.issuer.publicKey());
    AttributeSecretKey key = members.abs.issue(again.secretKey(), Policies.attributes("a"));
    assertThat(members.abs.isValid(members.issuer.publicKey(), key)).isTrue();
  }

  @Test
  void issue_shouldRefuse_whenThereAreNoOrTooManyAttributes() {
    assertThatThrownBy(() -> members.abs.issue(members.issuer.secretKey(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    String[] many =
        IntStream.rangeClosed(0, AttributeSecretKey.MAX_ATTRIBUTES)
            .mapToObj(i -> "a" + i)
            .toArray(String[]::new);
    assertThatThrownBy(() -> members.key(many)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sign_shouldFail_whenKeyIsClosed() {
    AttributeSecretKey key = members.key("a");
    key.close();
    assertThatThrownBy(() -> members.sign(key, "a", MESSAGE))
        .isInstanceOf(IllegalStateException.class);
    assertThat(key).hasToString("AttributeSecretKey");
  }

  /** Each row checked by itself, without batch, says the same. */
  @Test
  void rows_shouldEachHoldByThemselves() {
    BilinearGroup group = BlstGroup.load();
    AttributeBasedSignature signature = members.sign(members.key("b"), "a or b or c", MESSAGE);
    for (RowProof row : signature.rows()) {
      assertThat(group.pair(row.a(), members.issuer.publicKey().element()))
          .isEqualTo(group.pair(row.b(), group.generatorG2()));
    }
  }
}
