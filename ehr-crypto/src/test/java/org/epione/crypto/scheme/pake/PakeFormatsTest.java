package org.epione.crypto.scheme.pake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Epione adds to the RFCs, byte for byte: stretching, contexts, messages, stored verifiers.
 */
class PakeFormatsTest {

  private static final RandomSource RANDOM = new DeterministicRandomSource("not used");
  private static final PasswordHash HASH = new PasswordHash(RANDOM);

  static Stream<TestVector> appointments() {
    return VectorFile.stream("pake/epione-spake2plus.json");
  }

  static Stream<TestVector> decoys() {
    return VectorFile.stream("pake/epione-decoys.json");
  }

  static Stream<TestVector> matchings() {
    return VectorFile.stream("pake/epione-matching.json");
  }

  private static byte[] reveal(SecretBytes secret) {
    return secret.reveal(SecretAccess.token());
  }

  private static P256Scalar scalar(TestVector vector, String name) {
    return P256Scalar.restore(SecretBytes.of(vector.input(name)));
  }

  private static PasswordParameters cost(TestVector vector) {
    return HASH.of(
        vector.inputNumber("memoryKiB"), vector.inputNumber("passes"), vector.inputNumber("lanes"));
  }

  private static Identities identities(TestVector vector) {
    return new Identities(
        ByteString.of(vector.input("idProver")), ByteString.of(vector.input("idVerifier")));
  }

  @ParameterizedTest
  @MethodSource("appointments")
  void spake2Plus_shouldBeThePinnedBytes(TestVector vector) {
    char[] password = vector.inputText("passwordText").toCharArray();
    PasswordSalt salt = new PasswordSalt(ByteString.of(vector.input("salt")), cost(vector));
    Identities identities = identities(vector);
    PasswordVerifier verifier = new Spake2Plus(RANDOM, HASH).register(password, salt, identities);
    assertThat(reveal(verifier.export())).isEqualTo(vector.expected("verifier"));

    Spake2PlusTranscript transcript =
        Spake2PlusTranscript.of(salt, vector.input("context"), identities);
    Spake2PlusProver patient =
        new Spake2PlusProver(
            transcript,
            PasswordSecret.derive(HASH, password, salt, identities),
            scalar(vector, "x"));
    Spake2PlusVerifier hospital =
        new Spake2PlusVerifier(transcript, verifier.w0().copy(), verifier.l(), scalar(vector, "y"));
    byte[] shareP = Party.PROVER.encodeShare(patient.share()).bytes();
    byte[] shareV = Party.VERIFIER.encodeShare(hospital.share()).bytes();
    assertThat(shareP).isEqualTo(vector.expected("proverShare"));
    assertThat(shareV).isEqualTo(vector.expected("verifierShare"));
    Step<AwaitingConfirmation> confirming = new AwaitingShare(hospital).receive(shareP);
    assertThat(confirming.message().bytes()).isEqualTo(vector.expected("verifierConfirmation"));
    Step<SecretBytes> done =
        new ProverAwaitingShare(patient).receive(shareV).receive(confirming.message().bytes());
    assertThat(done.message().bytes()).isEqualTo(vector.expected("proverConfirmation"));
    assertThat(reveal(done.next())).isEqualTo(vector.expected("key"));
  }

  @ParameterizedTest
  @MethodSource("decoys")
  void decoy_shouldBeThePinnedBytes(TestVector vector) {
    DecoyVerifiers decoys =
        new DecoyVerifiers(SecretBytes.of(vector.input("secret")), cost(vector));
    assertThat(reveal(decoys.orDecoy(Optional.empty(), identities(vector)).export()))
        .isEqualTo(vector.expected("verifier"));
  }

  @ParameterizedTest
  @MethodSource("matchings")
  void matching_shouldBeThePinnedBytes(TestVector vector) {
    MatchingSession session =
        new MatchingSession(
            Pseudonym.of(vector.input("a")),
            Pseudonym.of(vector.input("b")),
            Digest.decode(vector.input("certificateA")),
            Digest.decode(vector.input("certificateB")),
            cost(vector));
    P256Scalar w =
        new SymptomMatching(RANDOM, HASH)
            .hash(session, vector.inputText("symptomText").getBytes(UTF_8));
    assertThat(reveal(w.export())).isEqualTo(vector.expected("w"));
    Spake2Party a = new Spake2Party(Party.A, session.transcript(), w.copy(), scalar(vector, "x"));
    Spake2Party b = new Spake2Party(Party.B, session.transcript(), w.copy(), scalar(vector, "y"));
    byte[] shareA = Party.A.encodeShare(a.share()).bytes();
    byte[] shareB = Party.B.encodeShare(b.share()).bytes();
    assertThat(shareA).isEqualTo(vector.expected("aShare"));
    assertThat(shareB).isEqualTo(vector.expected("bShare"));
    Step<AwaitingConfirmation> ofA = new AwaitingShare(a).receive(shareB);
    Step<AwaitingConfirmation> ofB = new AwaitingShare(b).receive(shareA);
    assertThat(ofA.message().bytes()).isEqualTo(vector.expected("aConfirmation"));
    assertThat(ofB.message().bytes()).isEqualTo(vector.expected("bConfirmation"));
    assertThat(reveal(ofA.next().receive(ofB.message().bytes()))).isEqualTo(vector.expected("key"));
  }
}
