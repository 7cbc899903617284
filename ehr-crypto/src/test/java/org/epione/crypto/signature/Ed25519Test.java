package org.epione.crypto.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519Test {

  private static final BigInteger ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private final Ed25519 ed25519 = Suites.blst("ed25519").ed25519();

  static Stream<TestVector> published() {
    return VectorFile.stream("ed25519/rfc8032.json");
  }

  static Stream<TestVector> publicKeys() {
    return VectorFile.stream("ed25519/public-keys.json");
  }

  @ParameterizedTest
  @MethodSource("published")
  void sign_shouldGiveTheRfcsSignature(TestVector vector) {
    Ed25519KeyPair pair = ed25519.restore(SecretBytes.of(vector.input("seed")));
    byte[] message = vector.input("message");
    byte[] signature = vector.expected("signature");
    assertThat(pair.publicKey().encode()).isEqualTo(vector.expected("publicKey"));
    assertThat(ed25519.sign(pair.secretKey(), message)).isEqualTo(signature);
    assertThat(ed25519.verify(pair.publicKey(), message, signature)).isTrue();
  }

  /** To see that a key is valid takes as long as to verify a signature. */
  @Test
  void decodePublicKey_shouldNotValidateAgain_whenTheSuiteReadItLately() {
    CryptoSuite suite = Suites.blst("ed25519 twice");
    byte[] key = suite.ed25519().generate().publicKey().encode();
    assertThat(suite.ed25519().decodePublicKey(key)).isSameAs(suite.ed25519().decodePublicKey(key));
  }

  @Test
  void verify_shouldFail_whenAnyByteOfMessageSignatureOrKeyIsChanged() {
    Ed25519KeyPair pair = ed25519.generate();
    byte[] message = {1, 2, 3};
    byte[] signature = ed25519.sign(pair.secretKey(), message);
    Tampering.everyByte(signature)
        .forEach(
            changed -> assertThat(ed25519.verify(pair.publicKey(), message, changed)).isFalse());
    Tampering.everyByte(message)
        .forEach(
            changed -> assertThat(ed25519.verify(pair.publicKey(), changed, signature)).isFalse());
    Tampering.everyByte(pair.publicKey().encode())
        .forEach(changed -> assertThat(acceptsKey(changed, message, signature)).isFalse());
  }

  private boolean acceptsKey(byte[] key, byte[] message, byte[] signature) {
    try {
      return ed25519.verify(ed25519.decodePublicKey(key), message, signature);
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void verify_shouldFail_whenSignatureIsMalleated() {
    Ed25519KeyPair pair = ed25519.generate();
    byte[] signature = ed25519.sign(pair.secretKey(), new byte[0]);
    byte[] s = Arrays.copyOfRange(signature, 32, 64);
    BigInteger malleated = new BigInteger(1, reversed(s)).add(ORDER);
    byte[] encoded = malleated.toByteArray();
    byte[] changed = signature.clone();
    Arrays.fill(changed, 32, 64, (byte) 0);
    for (int i = 0; i < encoded.length; i++) {
      changed[32 + i] = encoded[encoded.length - 1 - i];
    }
    assertThat(ed25519.verify(pair.publicKey(), new byte[0], changed)).isFalse();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = bytes[bytes.length - 1 - i];
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 63, 65})
  void verify_shouldFail_whenLengthIsWrong(int length) {
    assertThat(ed25519.verify(ed25519.generate().publicKey(), new byte[0], new byte[length]))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("publicKeys")
  void decodePublicKey_shouldRefuse_whenOfLowOrderNotCanonicalOrNoPoint(TestVector vector) {
    assertThatThrownBy(() -> ed25519.decodePublicKey(vector.input("publicKey")))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void decodePublicKey_shouldRememberWhatItRead_andNotTheCallersArray() {
    byte[] encoded = ed25519.generate().publicKey().encode();
    byte[] changed = encoded.clone();
    Ed25519PublicKey first = ed25519.decodePublicKey(changed);
    Arrays.fill(changed, (byte) 0xff);
    assertThat(ed25519.decodePublicKey(encoded)).isSameAs(first);
    assertThatThrownBy(() -> ed25519.decodePublicKey(changed))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void restore_shouldRefuse_whenSeedHasAnotherLength() {
    assertThatThrownBy(() -> ed25519.restore(SecretBytes.of(new byte[31])))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void key_shouldComeBackAndStop_whenExportedAndClosed() {
    Ed25519KeyPair pair = ed25519.generate();
    assertThat(ed25519.restore(pair.secretKey().export()).publicKey()).isEqualTo(pair.publicKey());
    assertThat(pair.secretKey()).hasToString("Ed25519SecretKey");
    pair.close();
    assertThatThrownBy(() -> ed25519.sign(pair.secretKey(), new byte[0]))
        .isInstanceOf(IllegalStateException.class);
  }
}
