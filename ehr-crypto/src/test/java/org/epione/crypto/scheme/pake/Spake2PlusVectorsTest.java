package org.epione.crypto.scheme.pake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 9383 appendix C: every value of the vector, and the whole run in its states. */
class Spake2PlusVectorsTest {

  static Stream<TestVector> vectors() {
    return VectorFile.stream("pake/rfc9383.json");
  }

  private static P256Scalar scalar(TestVector vector, String name) {
    return P256Scalar.restore(SecretBytes.of(vector.input(name)));
  }

  private static byte[] reveal(SecretBytes secret) {
    return secret.reveal(SecretAccess.token());
  }

  private static ByteString text(TestVector vector, String name) {
    return ByteString.of(vector.inputText(name).getBytes(UTF_8));
  }

  private static Spake2PlusTranscript transcript(TestVector vector) {
    return new Spake2PlusTranscript(
        text(vector, "contextText"),
        new Identities(text(vector, "idProverText"), text(vector, "idVerifierText")));
  }

  private static Spake2PlusProver prover(TestVector vector) {
    PasswordSecret secret = new PasswordSecret(scalar(vector, "w0"), scalar(vector, "w1"));
    return new Spake2PlusProver(transcript(vector), secret, scalar(vector, "x"));
  }

  private static Spake2PlusVerifier verifier(TestVector vector) {
    return new Spake2PlusVerifier(
        transcript(vector),
        scalar(vector, "w0"),
        P256Point.generator().multiply(scalar(vector, "w1")),
        scalar(vector, "y"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void points_shouldBeThePublishedOnes(TestVector vector) {
    assertThat(P256Point.generator().multiply(scalar(vector, "w1")).encode())
        .isEqualTo(vector.expected("l"));
    P256Point shareP = prover(vector).share();
    P256Point shareV = verifier(vector).share();
    assertThat(shareP.encode()).isEqualTo(vector.expected("shareP"));
    assertThat(shareV.encode()).isEqualTo(vector.expected("shareV"));
    for (Spake2PlusPoints points :
        new Spake2PlusPoints[] {prover(vector).points(shareV), verifier(vector).points(shareP)}) {
      assertThat(points.z().encode()).isEqualTo(vector.expected("z"));
      assertThat(points.v().encode()).isEqualTo(vector.expected("v"));
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void keySchedule_shouldGiveThePublishedKeys(TestVector vector) {
    P256Point shareP = prover(vector).share();
    P256Point shareV = verifier(vector).share();
    SecretBytes tt =
        transcript(vector)
            .encode(shareP, shareV, prover(vector).points(shareV), scalar(vector, "w0"));
    assertThat(reveal(tt)).isEqualTo(vector.expected("tt"));
    SecretBytes main = Spake2PlusTranscript.mainKey(tt);
    assertThat(reveal(main)).isEqualTo(vector.expected("kMain"));
    ConfirmationKeys confirmation = Spake2PlusTranscript.confirmationKeys(main);
    assertThat(reveal(confirmation.first())).isEqualTo(vector.expected("kConfirmP"));
    assertThat(reveal(confirmation.second())).isEqualTo(vector.expected("kConfirmV"));
    assertThat(confirmation.confirmFirst(shareV.encode())).isEqualTo(vector.expected("confirmP"));
    assertThat(confirmation.confirmSecond(shareP.encode())).isEqualTo(vector.expected("confirmV"));
    assertThat(reveal(Spake2PlusTranscript.sharedKey(main))).isEqualTo(vector.expected("kShared"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void run_shouldExchangeThePublishedMessages(TestVector vector) {
    Spake2PlusProver prover = prover(vector);
    Spake2PlusVerifier verifier = verifier(vector);
    Step<AwaitingConfirmation> confirming =
        new AwaitingShare(verifier).receive(prover.self().encodeShare(prover.share()).bytes());
    ProverAwaitingConfirmation awaiting =
        new ProverAwaitingShare(prover)
            .receive(verifier.self().encodeShare(verifier.share()).bytes());
    assertThat(Party.VERIFIER.decodeConfirmation(confirming.message().bytes()))
        .isEqualTo(vector.expected("confirmV"));
    Step<SecretBytes> done = awaiting.receive(confirming.message().bytes());
    assertThat(Party.PROVER.decodeConfirmation(done.message().bytes()))
        .isEqualTo(vector.expected("confirmP"));
    assertThat(reveal(done.next())).isEqualTo(vector.expected("kShared"));
    assertThat(reveal(confirming.next().receive(done.message().bytes())))
        .isEqualTo(vector.expected("kShared"));
  }
}
