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

/** RFC 9382 appendix B: every value of the vectors, and the whole run in its states. */
class Spake2VectorsTest {

  static Stream<TestVector> vectors() {
    return VectorFile.stream("pake/rfc9382.json");
  }

  private static P256Scalar scalar(TestVector vector, String name) {
    return P256Scalar.restore(SecretBytes.of(vector.input(name)));
  }

  private static byte[] reveal(SecretBytes secret) {
    return secret.reveal(SecretAccess.token());
  }

  private static Spake2Transcript transcript(TestVector vector) {
    return new Spake2Transcript(
        ByteString.of(vector.inputText("idAText").getBytes(UTF_8)),
        ByteString.of(vector.inputText("idBText").getBytes(UTF_8)),
        ByteString.of(new byte[0]));
  }

  private static Spake2Party party(Party self, TestVector vector) {
    return new Spake2Party(
        self, transcript(vector), scalar(vector, "w"), scalar(vector, self == Party.A ? "x" : "y"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void points_shouldBeThePublishedOnes(TestVector vector) {
    P256Point shareA = party(Party.A, vector).share();
    P256Point shareB = party(Party.B, vector).share();
    assertThat(shareA.encode()).isEqualTo(vector.expected("pA"));
    assertThat(shareB.encode()).isEqualTo(vector.expected("pB"));
    assertThat(party(Party.A, vector).point(shareB).encode()).isEqualTo(vector.expected("k"));
    assertThat(party(Party.B, vector).point(shareA).encode()).isEqualTo(vector.expected("k"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void keySchedule_shouldGiveThePublishedKeys(TestVector vector) {
    P256Point shareA = party(Party.A, vector).share();
    P256Point shareB = party(Party.B, vector).share();
    P256Point k = party(Party.A, vector).point(shareB);
    SecretBytes tt = transcript(vector).encode(shareA, shareB, k, scalar(vector, "w"));
    assertThat(reveal(tt)).isEqualTo(vector.expected("tt"));
    SecretBytes main = Spake2Transcript.mainKey(tt);
    assertThat(reveal(main)).isEqualTo(vector.expected("hashTt"));
    assertThat(reveal(Spake2Transcript.sharedKey(main))).isEqualTo(vector.expected("ke"));
    assertThat(reveal(main)).endsWith(vector.expected("ka"));
    ConfirmationKeys confirmation = transcript(vector).confirmationKeys(main);
    assertThat(reveal(confirmation.first())).isEqualTo(vector.expected("kcA"));
    assertThat(reveal(confirmation.second())).isEqualTo(vector.expected("kcB"));
    assertThat(confirmation.confirmFirst(reveal(tt))).isEqualTo(vector.expected("confirmA"));
    assertThat(confirmation.confirmSecond(reveal(tt))).isEqualTo(vector.expected("confirmB"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void run_shouldExchangeThePublishedMessages(TestVector vector) {
    Spake2Party a = party(Party.A, vector);
    Spake2Party b = party(Party.B, vector);
    Step<AwaitingConfirmation> ofA =
        new AwaitingShare(a).receive(Party.B.encodeShare(b.share()).bytes());
    Step<AwaitingConfirmation> ofB =
        new AwaitingShare(b).receive(Party.A.encodeShare(a.share()).bytes());
    assertThat(Party.A.decodeConfirmation(ofA.message().bytes()))
        .isEqualTo(vector.expected("confirmA"));
    assertThat(Party.B.decodeConfirmation(ofB.message().bytes()))
        .isEqualTo(vector.expected("confirmB"));
    assertThat(reveal(ofA.next().receive(ofB.message().bytes()))).isEqualTo(vector.expected("ke"));
    assertThat(reveal(ofB.next().receive(ofA.message().bytes()))).isEqualTo(vector.expected("ke"));
  }
}
