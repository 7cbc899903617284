package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.junit.jupiter.api.Test;

/** Attacks on SPAKE2 between two hospitals that compare symptoms. */
class SymptomMatchingAttackTest {

  private final Matching both = new Matching("attacks on matching");
  private final P256Scalar cough = both.w(Matching.COUGH);

  private static void assertFails(ThrowingCallable step) {
    assertThatThrownBy(step).isExactlyInstanceOf(KeyConfirmationFailedException.class);
  }

  private static void assertRefused(ThrowingCallable step) {
    assertThatThrownBy(step).isExactlyInstanceOf(MalformedEncodingException.class);
  }

  private Spake2Party side(Party self) {
    return both.side(self, cough.copy());
  }

  private static byte[] share(Spake2Party side) {
    return side.self().encodeShare(side.share()).bytes();
  }

  /** A answers whatever share it gets; both patients have a cough. */
  private Step<AwaitingConfirmation> confirmingA(P256Point shareB) {
    return new AwaitingShare(side(Party.A)).receive(Party.B.encodeShare(shareB).bytes());
  }

  @Test
  void manInTheMiddle_shouldGetNoKey_whenRunningBothSidesWithAGuess() {
    Spake2Party a = side(Party.A);
    Spake2Party b = side(Party.B);
    Spake2Party towardsA = both.side(Party.B, both.w(Matching.FEVER));
    Spake2Party towardsB = both.side(Party.A, both.w(Matching.FEVER));
    Step<AwaitingConfirmation> ofA = new AwaitingShare(a).receive(share(towardsA));
    Step<AwaitingConfirmation> ofB = new AwaitingShare(b).receive(share(towardsB));
    byte[] toA = new AwaitingShare(towardsA).receive(share(a)).message().bytes();
    byte[] toB = new AwaitingShare(towardsB).receive(share(b)).message().bytes();
    assertFails(() -> ofA.next().receive(toA));
    assertFails(() -> ofB.next().receive(toB));
  }

  /** The paper's protocol authenticates nobody; here relaying between two other partners fails. */
  @Test
  void manInTheMiddle_shouldGetNoKey_whenRelayingToAnotherPartner() {
    Spake2Party a = side(Party.A);
    MatchingSession another = Matching.session("a", "c", "certificate a", "certificate c", 8);
    Spake2Party c =
        new Spake2Party(Party.B, another.transcript(), cough.copy(), both.randomScalar());
    Step<AwaitingConfirmation> ofA = new AwaitingShare(a).receive(share(c));
    Step<AwaitingConfirmation> ofC = new AwaitingShare(c).receive(share(a));
    assertFails(() -> ofA.next().receive(ofC.message().bytes()));
    assertFails(() -> ofC.next().receive(ofA.message().bytes()));
  }

  /** With the same w: the identities and the certificates hold by themselves. */
  @Test
  void misbinding_shouldFail_whenOnlyOneOfIdentitiesAndCertificatesDiffers() {
    Spake2Transcript right = Matching.SESSION.transcript();
    Spake2Transcript otherA =
        new Spake2Transcript(ByteString.of(new byte[] {'c'}), right.idB(), right.aad());
    Spake2Transcript otherB =
        new Spake2Transcript(right.idA(), ByteString.of(new byte[] {'c'}), right.aad());
    Spake2Transcript otherCertificates =
        new Spake2Transcript(
            right.idA(),
            right.idB(),
            Matching.session("a", "b", "certificate a", "certificate c", 8).transcript().aad());
    for (Spake2Transcript other : List.of(otherA, otherB, otherCertificates)) {
      Spake2Party a = side(Party.A);
      Spake2Party b = new Spake2Party(Party.B, other, cough.copy(), both.randomScalar());
      Step<AwaitingConfirmation> ofA = new AwaitingShare(a).receive(share(b));
      Step<AwaitingConfirmation> ofB = new AwaitingShare(b).receive(share(a));
      assertFails(() -> ofA.next().receive(ofB.message().bytes()));
      assertFails(() -> ofB.next().receive(ofA.message().bytes()));
    }
  }

  @Test
  void replay_shouldFail_whenAnEarlierRunIsShownAgain() {
    Spake2Party a = side(Party.A);
    Spake2Party b = side(Party.B);
    byte[] shareB = share(b);
    byte[] confirmation = new AwaitingShare(b).receive(share(a)).message().bytes();
    assertThat(new AwaitingShare(a).receive(shareB).next().receive(confirmation).length())
        .isEqualTo(16);
    AwaitingConfirmation again = new AwaitingShare(side(Party.A)).receive(shareB).next();
    assertFails(() -> again.receive(confirmation));
  }

  @Test
  void reflection_shouldBeRefusedOrFail_whenOwnMessagesComeBack() {
    Spake2Party a = side(Party.A);
    assertRefused(() -> new AwaitingShare(side(Party.A)).receive(share(a)));
    Step<AwaitingConfirmation> ofA =
        new AwaitingShare(a).receive(Party.B.encodeShare(a.share()).bytes());
    byte[] own = ofA.message().bytes();
    byte[] relabelled = Party.B.encodeConfirmation(Party.A.decodeConfirmation(own)).bytes();
    assertFails(() -> ofA.next().receive(relabelled));
    Step<AwaitingConfirmation> again = confirmingA(a.share());
    assertRefused(() -> again.next().receive(again.message().bytes()));
  }

  @Test
  void messages_shouldBeRefused_whenTheyAreOfSpake2Plus() {
    P256Point share = side(Party.B).share();
    assertRefused(
        () -> new AwaitingShare(side(Party.A)).receive(Party.VERIFIER.encodeShare(share).bytes()));
    Step<AwaitingConfirmation> ofA = confirmingA(share);
    assertRefused(
        () -> ofA.next().receive(Party.VERIFIER.encodeConfirmation(new byte[32]).bytes()));
  }

  /** K is x*(share - w*N); who sends a fixed point as share has nothing to put in its place. */
  @Test
  void maskAsShare_shouldGiveNoKey() {
    for (P256Point mask : List.of(Masks.M, Masks.N, P256Point.generator())) {
      for (P256Point k : List.of(mask, Masks.M, Masks.N, mask.plus(Masks.N))) {
        Spake2Party a = side(Party.A);
        AwaitingConfirmation ofA =
            new AwaitingShare(a).receive(Party.B.encodeShare(mask).bytes()).next();
        byte[] forged =
            Matching.SESSION
                .transcript()
                .keys(Party.B, a.share(), mask, k, cough)
                .confirmation(Party.B)
                .bytes();
        assertFails(() -> ofA.receive(forged));
      }
    }
  }

  @Test
  void bareMaskAsShare_shouldEndTheRun() {
    assertFails(() -> confirmingA(Masks.N.multiply(cough)));
  }

  @Test
  void anyMessage_shouldBeRefusedOrFail_whenAnyByteIsChanged() {
    Spake2Party b = side(Party.B);
    byte[] shareB = share(b);
    Tampering.everyByte(shareB)
        .forEach(changed -> assertRefused(() -> new AwaitingShare(side(Party.A)).receive(changed)));
    P256Scalar x = both.randomScalar();
    Spake2Party first =
        new Spake2Party(Party.A, Matching.SESSION.transcript(), cough.copy(), x.copy());
    byte[] confirmation = new AwaitingShare(b).receive(share(first)).message().bytes();
    Tampering.everyByte(confirmation)
        .forEach(
            changed -> {
              Spake2Party a =
                  new Spake2Party(Party.A, Matching.SESSION.transcript(), cough.copy(), x.copy());
              AwaitingConfirmation ofA = new AwaitingShare(a).receive(shareB).next();
              assertThatThrownBy(() -> ofA.receive(changed))
                  .isInstanceOfAny(
                      MalformedEncodingException.class, KeyConfirmationFailedException.class);
            });
    assertThat(new AwaitingShare(first).receive(shareB).next().receive(confirmation).length())
        .isEqualTo(16);
  }

  @Test
  void pseudonyms_shouldNotRunIntoEachOther() {
    Spake2Party a =
        new Spake2Party(
            Party.A,
            Matching.session("ab", "c", "1", "2", 8).transcript(),
            cough.copy(),
            both.randomScalar());
    Spake2Party b =
        new Spake2Party(
            Party.B,
            Matching.session("a", "bc", "1", "2", 8).transcript(),
            cough.copy(),
            both.randomScalar());
    byte[] confirmation = new AwaitingShare(b).receive(share(a)).message().bytes();
    AwaitingConfirmation ofA = new AwaitingShare(a).receive(share(b)).next();
    assertFails(() -> ofA.receive(confirmation));
  }
}
