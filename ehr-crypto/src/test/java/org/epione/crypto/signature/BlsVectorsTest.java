package org.epione.crypto.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.Suites;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.pairing.bouncycastle.BouncyCastleGroup;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlsVectorsTest {

  static Stream<Arguments> sign() {
    return onBoth("bls/sign.json");
  }

  static Stream<Arguments> aggregate() {
    return onBoth("bls/aggregate-verify.json");
  }

  static Stream<Arguments> foreignPossession() {
    return VectorFile.stream("bls/possession-commonware.json")
        .flatMap(
            vector ->
                Stream.of(BlstGroup.load(), new BouncyCastleGroup())
                    .map(group -> Arguments.of(vector, group)));
  }

  private static Stream<Arguments> onBoth(String file) {
    return VectorFile.stream(file)
        .flatMap(vector -> Suites.both().stream().map(suite -> Arguments.of(vector, suite)));
  }

  @ParameterizedTest
  @MethodSource("sign")
  void sign_shouldGiveThePinnedSignature(TestVector vector, CryptoSuite suite) {
    Bls bls = suite.bls();
    BlsSecretKey key = bls.restore(SecretBytes.of(vector.input("secret")));
    BlsPublicKey publicKey = bls.decodePublicKey(vector.expected("publicKey"));
    byte[] message = vector.input("message");
    assertThat(key.publicKey()).isEqualTo(publicKey);
    assertThat(bls.sign(key, message).encode()).isEqualTo(vector.expected("signature"));
    assertThat(bls.provePossession(key).encode()).isEqualTo(vector.expected("possession"));
    assertThat(bls.verify(publicKey, message, bls.decodeSignature(vector.expected("signature"))))
        .isTrue();
    assertThat(bls.verifyPossession(publicKey, bls.decodePossession(vector.expected("possession"))))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("aggregate")
  void verifyAggregate_shouldAcceptWhatIsValidOnly(TestVector vector, CryptoSuite suite) {
    assertThat(accepts(vector, suite.bls())).isEqualTo(vector.isValid());
  }

  private static boolean accepts(TestVector vector, Bls bls) {
    try {
      List<PossessedKey> keys =
          vector.inputList("publicKeys").stream()
              .map(key -> new PossessedKey(bls.decodePublicKey(key)))
              .toList();
      BlsSignature aggregate = bls.decodeSignature(vector.input("signature"));
      return bls.verifyAggregate(keys, vector.inputList("messages"), aggregate);
    } catch (MalformedEncodingException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Their message is not one that we would sign, so the equation is checked in the group. */
  @ParameterizedTest
  @MethodSource("foreignPossession")
  void pairingEquation_shouldHold_forSignaturesOfAnotherImplementation(
      TestVector vector, BilinearGroup group) {
    boolean holds =
        group.areEqual(
            new PairingTerm(group.decodeG1(vector.input("signature")), group.generatorG2()),
            new PairingTerm(
                group.hashToG1(DomainTag.BLS_POSSESSION, vector.input("message")),
                group.decodeG2(vector.input("publicKey"))));
    assertThat(holds).isEqualTo(vector.isValid());
  }
}
