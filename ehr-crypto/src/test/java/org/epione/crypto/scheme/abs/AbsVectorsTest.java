package org.epione.crypto.scheme.abs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AbsVectorsTest {

  static Stream<Arguments> signatures() {
    return onBoth("abs/signatures.json");
  }

  static Stream<Arguments> keys() {
    return onBoth("abs/keys.json");
  }

  private static Stream<Arguments> onBoth(String file) {
    return VectorFile.stream(file)
        .flatMap(vector -> Suites.both().stream().map(suite -> Arguments.of(vector, suite)));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void verify_shouldGiveThePinnedResult(TestVector vector, CryptoSuite suite) {
    assertThat(accepts(vector, suite.attributeBasedSignatures())).isEqualTo(vector.isValid());
  }

  private static boolean accepts(TestVector vector, AttributeBasedSignatures abs) {
    try {
      return abs.verify(
          abs.decodePublicKey(vector.input("issuer")),
          AccessPolicy.parse(vector.inputText("policyText")),
          vector.input("message"),
          abs.decodeSignature(vector.input("signature")));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("keys")
  void isValid_shouldGiveThePinnedResult(TestVector vector, CryptoSuite suite) {
    assertThat(isKey(vector, suite.attributeBasedSignatures())).isEqualTo(vector.isValid());
  }

  private static boolean isKey(TestVector vector, AttributeBasedSignatures abs) {
    try {
      return abs.isValid(
          abs.decodePublicKey(vector.input("issuer")),
          abs.restoreKey(SecretBytes.of(vector.input("key"))));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  static Stream<Arguments> made() {
    return VectorFile.stream("abs/fixed-randomness.json")
        .flatMap(
            vector ->
                Stream.of(
                        Suites.blst(vector.inputText("seedText")),
                        Suites.bouncyCastle(vector.inputText("seedText")))
                    .map(suite -> Arguments.of(vector, suite)));
  }

  @ParameterizedTest
  @MethodSource("made")
  void sign_shouldGiveThePinnedBytes_whenRandomnessIsFixed(TestVector vector, CryptoSuite suite) {
    Members members = new Members(suite);
    AttributeSecretKey key = members.key("a", "c", "d");
    AttributeBasedSignature signature =
        members.sign(key, vector.inputText("policyText"), vector.input("message"));
    assertThat(members.issuer.publicKey().encode()).isEqualTo(vector.expected("issuer"));
    assertThat(key.export().reveal(SecretAccess.token())).isEqualTo(vector.expected("key"));
    assertThat(signature.encode()).isEqualTo(vector.expected("signature"));
  }
}
