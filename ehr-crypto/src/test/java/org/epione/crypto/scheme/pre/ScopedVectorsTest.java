package org.epione.crypto.scheme.pre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkeSecretKey;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScopedVectorsTest {

  private final CryptoSuite suite = Suites.blst("vectors");
  private final ScopedReEncryption pre = suite.reEncryption();

  static Stream<TestVector> decryptions() {
    return VectorFile.stream("scoped/decrypt.json");
  }

  static Stream<TestVector> reEncryptions() {
    return VectorFile.stream("scoped/re-encryption.json");
  }

  static Stream<TestVector> searches() {
    return VectorFile.stream("scoped/search.json");
  }

  @ParameterizedTest
  @MethodSource("decryptions")
  void decrypt_shouldGiveThePlaintextOrRefuse(TestVector vector) {
    if (!vector.isValid()) {
      assertThatThrownBy(() -> decrypt(vector)).satisfies(ScopedVectorsTest::isRefusal);
      return;
    }
    assertThat(decrypt(vector)).isEqualTo(vector.expected("plaintext"));
    ScopedCiphertext ciphertext = pre.decodeCiphertext(vector.input("ciphertext"));
    assertThat(ciphertext.header().encode()).isEqualTo(vector.expected("header"));
    assertThat(ciphertext.record().bytes()).isEqualTo(vector.expected("record"));
    assertThat(keys(vector).publicKey().encode()).isEqualTo(vector.expected("publicKey"));
  }

  private PatientKeyPair keys(TestVector vector) {
    return pre.restore(SecretBytes.of(vector.input("secretKey")));
  }

  private byte[] decrypt(TestVector vector) {
    return pre.decrypt(keys(vector).secretKey(), pre.decodeCiphertext(vector.input("ciphertext")));
  }

  @ParameterizedTest
  @MethodSource("reEncryptions")
  void reEncrypt_shouldGiveTheGranteeThePlaintextOrRefuse(TestVector vector) {
    if (!vector.isValid()) {
      assertThatThrownBy(() -> decrypt(vector, reEncrypt(vector)))
          .satisfies(ScopedVectorsTest::isRefusal);
      return;
    }
    ReEncryptedRecord turned = reEncrypt(vector);
    assertThat(turned.encode()).isEqualTo(vector.expected("reEncrypted"));
    assertThat(decrypt(vector, turned)).isEqualTo(vector.expected("plaintext"));
  }

  private ReEncryptedRecord reEncrypt(TestVector vector) {
    return pre.reEncrypt(
        pre.decodeReEncryptionKey(vector.input("reEncryptionKey")),
        vector.input("sealedDelegation"),
        pre.decodeCiphertext(vector.input("ciphertext")));
  }

  private byte[] decrypt(TestVector vector, ReEncryptedRecord turned) {
    HpkeSecretKey grantee =
        suite.hpke().restore(SecretBytes.of(vector.input("granteeSecretKey"))).secretKey();
    RecordId record = RecordId.of(vector.input("record"));
    return pre.decrypt(grantee, vector.input("grantDigest"), record, turned);
  }

  @ParameterizedTest
  @MethodSource("searches")
  void matches_shouldHold_whereTheVectorSaysSo(TestVector vector) {
    assertThat(matches(vector)).isEqualTo(vector.isValid());
    if (vector.inputs().has("symptom")) {
      assertThat(pre.trapdoor(keys(vector).secretKey(), vector.input("symptom")).encode())
          .isEqualTo(vector.input("trapdoor"));
    }
  }

  private boolean matches(TestVector vector) {
    try {
      return pre.matches(
          pre.decodeTrapdoor(vector.input("trapdoor")), pre.decodeHeader(vector.input("header")));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  private static void isRefusal(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfAny(MalformedEncodingException.class, DecryptionFailedException.class);
  }
}
