package org.epione.crypto.scheme.pre.liu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.hybrid.HpkeSecretKey;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiuVectorsTest {

  private final CryptoSuite suite = Suites.blst("vectors");
  private final LiuReEncryption liu = suite.liuReEncryption();
  private final LiuReKeying reKeying = suite.liuReKeying();

  static Stream<TestVector> decryptions() {
    return VectorFile.stream("liu/decrypt.json");
  }

  static Stream<TestVector> reKeyings() {
    return VectorFile.stream("liu/re-keying.json");
  }

  static Stream<TestVector> searches() {
    return VectorFile.stream("liu/search.json");
  }

  @ParameterizedTest
  @MethodSource("decryptions")
  void decrypt_shouldGiveThePlaintextOrRefuse(TestVector vector) {
    if (!vector.isValid()) {
      assertThatThrownBy(() -> decrypt(vector)).satisfies(LiuVectorsTest::isRefusal);
      return;
    }
    assertThat(decrypt(vector)).isEqualTo(vector.expected("plaintext"));
    assertThat(keys(vector).publicKey().encode()).isEqualTo(vector.expected("publicKey"));
    assertThat(liu.decodeCiphertext(vector.input("ciphertext")).record().bytes())
        .isEqualTo(vector.expected("record"));
  }

  private LiuKeyPair keys(TestVector vector) {
    return liu.restore(SecretBytes.of(vector.input("secretKey")));
  }

  private byte[] decrypt(TestVector vector) {
    return liu.decrypt(keys(vector).secretKey(), liu.decodeCiphertext(vector.input("ciphertext")));
  }

  @ParameterizedTest
  @MethodSource("reKeyings")
  void combine_shouldGiveTheKeyOrRefuse(TestVector vector) {
    if (!vector.isValid()) {
      assertThatThrownBy(() -> combine(vector)).satisfies(LiuVectorsTest::isRefusal);
      return;
    }
    LiuReEncryptionKey key = combine(vector);
    assertThat(key.export().reveal(SecretAccess.token()))
        .isEqualTo(vector.expected("reEncryptionKey"));
    assertThat(liu.reEncrypt(key, liu.decodeCiphertext(vector.input("ciphertext"))).encode())
        .isEqualTo(vector.expected("reEncrypted"));
  }

  private LiuReEncryptionKey combine(TestVector vector) {
    HpkeSecretKey proxy =
        suite.hpke().restore(SecretBytes.of(vector.input("proxySecretKey"))).secretKey();
    return reKeying.combine(
        liu.decodePublicKey(vector.input("patientPublicKey")),
        liu.decodePublicKey(vector.input("doctorPublicKey")),
        proxy,
        reKeying.decodeMessage(vector.input("patientShare")),
        reKeying.decodeMessage(vector.input("doctorShare")));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void matches_shouldHold_whereTheVectorSaysSo(TestVector vector) {
    assertThat(matches(vector)).isEqualTo(vector.isValid());
    if (vector.inputs().has("symptom")) {
      assertThat(liu.trapdoor(keys(vector).secretKey(), vector.input("symptom")).encode())
          .isEqualTo(vector.input("trapdoor"));
    }
  }

  private boolean matches(TestVector vector) {
    try {
      return liu.matches(
          liu.decodeTrapdoor(vector.input("trapdoor")),
          liu.decodeCiphertext(vector.input("ciphertext")));
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  private static void isRefusal(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfAny(MalformedEncodingException.class, DecryptionFailedException.class);
  }
}
