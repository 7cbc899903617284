package org.epione.crypto.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519Test {

  private static final BigInteger ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private final Ed25519 ed25519 = Suites.blst("ed25519").ed25519();

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  /** RFC 8032 section 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  void sign_shouldGiveTheRfcsSignature(
      String seed, String publicKey, String message, String signature) {
    Ed25519KeyPair pair = ed25519.restore(SecretBytes.of(bytes(seed)));
    assertThat(pair.publicKey().encode()).isEqualTo(bytes(publicKey));
    assertThat(ed25519.sign(pair.secretKey(), bytes(message))).isEqualTo(bytes(signature));
    assertThat(ed25519.verify(pair.publicKey(), bytes(message), bytes(signature))).isTrue();
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
  @ValueSource(
      strings = {
        "",
        "00",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0200000000000000000000000000000000000000000000000000000000000000",
      })
  void decodePublicKey_shouldRefuse_whenOfLowOrderNotCanonicalOrNoPoint(String key) {
    assertThatThrownBy(() -> ed25519.decodePublicKey(bytes(key)))
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
