package org.epione.crypto.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1_Affine;
import supranational.blst.P2_Affine;

class BlsTest {

  private static final byte[] MESSAGE =
      CanonicalWriter.of("test.message", 1).text("hello").toByteArray();
  private static final byte[] OTHER =
      CanonicalWriter.of("test.message", 1).text("hallo").toByteArray();

  private final Bls bls = Suites.blst("bls").bls();

  static List<CryptoSuite> suites() {
    return Suites.both();
  }

  @ParameterizedTest
  @MethodSource("suites")
  void verify_shouldHold_onlyForKeyMessageAndSignatureTogether(CryptoSuite suite) {
    Bls signer = suite.bls();
    BlsSecretKey key = signer.generate();
    BlsSecretKey stranger = signer.generate();
    BlsSignature signature = signer.sign(key, MESSAGE);
    assertThat(signer.verify(key.publicKey(), MESSAGE, signature)).isTrue();
    assertThat(signer.verify(key.publicKey(), OTHER, signature)).isFalse();
    assertThat(signer.verify(stranger.publicKey(), MESSAGE, signature)).isFalse();
    assertThat(signer.verify(key.publicKey(), MESSAGE, signer.sign(stranger, MESSAGE))).isFalse();
  }

  @Test
  void sign_shouldGiveTheSameBytes_whenBackendDiffers() {
    Bls other = Suites.bouncyCastle("bls").bls();
    BlsSecretKey key = bls.generate();
    BlsSecretKey same = other.restore(key.export());
    assertThat(same.publicKey().encode()).isEqualTo(key.publicKey().encode());
    assertThat(other.sign(same, MESSAGE).encode()).isEqualTo(bls.sign(key, MESSAGE).encode());
    assertThat(other.provePossession(same).encode()).isEqualTo(bls.provePossession(key).encode());
  }

  @Test
  void sign_shouldSatisfyBlstsOwnVerification_underTheDraftsCiphersuite() {
    BlsSecretKey key = bls.generate();
    P1_Affine signature = new P1_Affine(bls.sign(key, MESSAGE).encode());
    P2_Affine publicKey = new P2_Affine(key.publicKey().encode());
    String suite = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_";
    assertThat(signature.core_verify(publicKey, true, MESSAGE, suite))
        .isEqualTo(BLST_ERROR.BLST_SUCCESS);
    assertThat(signature.core_verify(publicKey, true, OTHER, suite))
        .isEqualTo(BLST_ERROR.BLST_VERIFY_FAIL);
    P1_Affine proof = new P1_Affine(bls.provePossession(key).encode());
    assertThat(
            proof.core_verify(
                publicKey,
                true,
                key.publicKey().encode(),
                "BLS_POP_BLS12381G1_XMD:SHA-256_SSWU_RO_POP_"))
        .isEqualTo(BLST_ERROR.BLST_SUCCESS);
  }

  /** Published by the Cardano project (signatures in G1): secret and public key. */
  @ParameterizedTest
  @CsvSource({
    "021b344c4c280ed3ef97710ebd014c1b34c9a74597e7bb340e4d7df1b4632c1c,"
        + "b3528304270c05747e3aae074aa8917cfc3b5644dd5d1a934f840affd84127bc4b6fd6ebe656cb95026cb06900b9c0c714ab8ac654b9055b0c4232bf07128e115aac0d889bf06a2a33aa4be86283b9f815fcf7747e634200f3d55e23ef34db8a",
    "00014d8df8fa1514ac6b9f2e6b39acd408095a0c69e13f76eff3c29f0ede0d72,"
        + "80842e0307847416b1d3141150ddf6c954bcd2bb9516563a11abd2196070a83e6ec384549a58b5be7c31fc0643e2f4ba093dc95363e1567d0e5da07fc79a209799a6642088b8ae3639abd03cf26ea0f49e66bd26dca025d6623a16e6088c9cc7",
    "73e1cd30d505e2a57534fbb638002f9b8bff1ff4f51aa5c01757140d3afd9f2a,"
        + "a9cf28763cfb3fa6b02c74af0991412e8b8ec634a48e03e8f43f2a1d62a16fbc22d6a078fcb5db2d8276b742ecbb7d1e0380ecef768053d0ea60a4c03fec612bd0659baa3fef293cf9193d09f6125722db9ff3d140c45db04460c838db9be1cd",
  })
  void publicKey_shouldBeThePublishedOne(String secret, String publicKey) {
    byte[] expected = HexFormat.of().parseHex(publicKey);
    for (CryptoSuite suite : suites()) {
      BlsSecretKey key = suite.bls().restore(SecretBytes.of(HexFormat.of().parseHex(secret)));
      assertThat(key.publicKey().encode()).isEqualTo(expected);
    }
  }

  @Test
  void verify_shouldFailOrDecodingRefuse_whenAnyByteOfTheSignatureIsChanged() {
    BlsSecretKey key = bls.generate();
    Tampering.everyByte(bls.sign(key, MESSAGE).encode())
        .forEach(
            changed ->
                assertThat(
                        accepts(
                            () ->
                                bls.verify(key.publicKey(), MESSAGE, bls.decodeSignature(changed))))
                    .isFalse());
  }

  @Test
  void verify_shouldFailOrDecodingRefuse_whenAnyByteOfTheKeyIsChanged() {
    BlsSecretKey key = bls.generate();
    BlsSignature signature = bls.sign(key, MESSAGE);
    Tampering.everyByte(key.publicKey().encode())
        .forEach(
            changed ->
                assertThat(
                        accepts(() -> bls.verify(bls.decodePublicKey(changed), MESSAGE, signature)))
                    .isFalse());
  }

  @Test
  void verify_shouldFail_whenAnyByteOfTheMessageIsChanged() {
    BlsSecretKey key = bls.generate();
    BlsSignature signature = bls.sign(key, MESSAGE);
    Tampering.everyByte(MESSAGE)
        .forEach(
            changed ->
                assertThat(accepts(() -> bls.verify(key.publicKey(), changed, signature)))
                    .isFalse());
  }

  private static boolean accepts(java.util.function.BooleanSupplier check) {
    try {
      return check.getAsBoolean();
    } catch (IllegalArgumentException | MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void decode_shouldRefuse_whenBytesTrailOrPointIsTheIdentity() {
    byte[] identity1 = new byte[48];
    identity1[0] = (byte) 0xc0;
    byte[] identity2 = new byte[96];
    identity2[0] = (byte) 0xc0;
    byte[] longer = Arrays.copyOf(bls.sign(bls.generate(), MESSAGE).encode(), 49);
    assertThatThrownBy(() -> bls.decodeSignature(identity1))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> bls.decodePossession(identity1))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> bls.decodePublicKey(identity2))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> bls.decodeSignature(longer))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void restore_shouldRefuse_whenSecretIsZeroOrNotBelowTheOrder() {
    for (byte[] secret :
        List.of(new byte[32], Scalar.ORDER.toByteArray(), new byte[31], new byte[33])) {
      assertThatThrownBy(() -> bls.restore(SecretBytes.of(secret)))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void sign_shouldRefuse_whenMessageIsNoCanonicalEncoding() {
    BlsSecretKey key = bls.generate();
    byte[] free = " free text".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> bls.sign(key, free)).isInstanceOf(IllegalArgumentException.class);
    BlsSignature signature = bls.sign(key, MESSAGE);
    assertThatThrownBy(() -> bls.verify(key.publicKey(), free, signature))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void derive_shouldGiveIndependentKeys_whenContextOrMasterDiffers() {
    BlsSecretKey master = bls.generate();
    BlsPublicKey one = bls.derive(master, new byte[] {1}).publicKey();
    assertThat(bls.derive(master, new byte[] {1}).publicKey()).isEqualTo(one);
    assertThat(bls.derive(master, new byte[] {2}).publicKey()).isNotEqualTo(one);
    assertThat(bls.derive(bls.generate(), new byte[] {1}).publicKey()).isNotEqualTo(one);
    assertThat(one).isNotEqualTo(master.publicKey());
  }

  @Test
  void key_shouldShowNothingAndStop_whenPrintedAndClosed() {
    BlsSecretKey key = bls.generate();
    assertThat(key).hasToString("BlsSecretKey");
    key.close();
    assertThatThrownBy(() -> bls.sign(key, MESSAGE)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(key::export).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void possessed_shouldBeEmpty_whenProofIsOfAnotherKeyOrASignature() {
    BlsSecretKey key = bls.generate();
    BlsSecretKey other = bls.generate();
    assertThat(bls.possessed(key.publicKey(), bls.provePossession(key)))
        .map(PossessedKey::key)
        .contains(key.publicKey());
    assertThat(bls.possessed(key.publicKey(), bls.provePossession(other))).isEmpty();
    ProofOfPossession signature = bls.decodePossession(bls.sign(key, MESSAGE).encode());
    assertThat(bls.possessed(key.publicKey(), signature)).isEmpty();
  }

  @Test
  void verify_shouldFail_whenSignatureIsAProofOfPossession() {
    BlsSecretKey key = bls.generate();
    BlsSignature proof = bls.decodeSignature(bls.provePossession(key).encode());
    byte[] keyAsMessage = key.publicKey().encode();
    assertThat(accepts(() -> bls.verify(key.publicKey(), keyAsMessage, proof))).isFalse();
  }

  @Test
  void verifyAggregate_shouldRefuse_whenListsDoNotMatch() {
    BlsSecretKey key = bls.generate();
    PossessedKey possessed = bls.possessed(key.publicKey(), bls.provePossession(key)).orElseThrow();
    BlsSignature signature = bls.sign(key, MESSAGE);
    assertThatThrownBy(() -> bls.verifyAggregate(List.of(), List.of(), signature))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> bls.verifyAggregate(List.of(possessed), List.of(MESSAGE, OTHER), signature))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
