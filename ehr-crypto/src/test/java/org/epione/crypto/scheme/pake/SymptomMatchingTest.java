package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

class SymptomMatchingTest {

  private final Matching both = new Matching("matching");
  private final SymptomMatching matching = both.matching;

  private static void assertFails(ThrowingCallable step) {
    assertThatThrownBy(step)
        .isExactlyInstanceOf(KeyConfirmationFailedException.class)
        .hasMessage("key confirmation failed")
        .hasNoCause();
  }

  @Test
  void run_shouldGiveBothTheSameKey_whenTheSymptomsAreEqual() {
    SecretBytes one =
        Matching.finish(
            matching.startA(Matching.SESSION, Matching.COUGH),
            matching.startB(Matching.SESSION, Matching.COUGH));
    SecretBytes other =
        Matching.finish(
            matching.startA(Matching.SESSION, Matching.COUGH),
            matching.startB(Matching.SESSION, Matching.COUGH));
    assertThat(one.length()).isEqualTo(16);
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void run_shouldFailOnBothSides_whenTheSymptomsDiffer() {
    Step<AwaitingShare> a = matching.startA(Matching.SESSION, Matching.COUGH);
    Step<AwaitingShare> b = matching.startB(Matching.SESSION, Matching.FEVER);
    Step<AwaitingConfirmation> ofA = a.next().receive(b.message().bytes());
    Step<AwaitingConfirmation> ofB = b.next().receive(a.message().bytes());
    assertFails(() -> ofA.next().receive(ofB.message().bytes()));
    assertFails(() -> ofB.next().receive(ofA.message().bytes()));
  }

  @Test
  void run_shouldFail_whenAnythingThatBothMustKnowDiffers() {
    for (MatchingSession other :
        new MatchingSession[] {
          Matching.session("c", "b", "certificate a", "certificate b", 8),
          Matching.session("a", "c", "certificate a", "certificate b", 8),
          Matching.session("b", "a", "certificate a", "certificate b", 8),
          Matching.session("a", "b", "certificate c", "certificate b", 8),
          Matching.session("a", "b", "certificate a", "certificate c", 8),
          Matching.session("a", "b", "certificate b", "certificate a", 8),
          Matching.session("a", "b", "certificate a", "certificate b", 9)
        }) {
      assertFails(
          () ->
              Matching.finish(
                  matching.startA(Matching.SESSION, Matching.COUGH),
                  matching.startB(other, Matching.COUGH)));
    }
  }

  @Test
  void hash_shouldBindTheSymptomToTheSession() {
    MatchingSession other = Matching.session("a", "c", "certificate a", "certificate b", 8);
    assertThat(both.w(Matching.COUGH))
        .isEqualTo(both.w(Matching.COUGH.clone()))
        .isNotEqualTo(both.w(Matching.FEVER))
        .isNotEqualTo(matching.hash(other, Matching.COUGH));
  }

  @Test
  void receive_shouldRefuse_whenTheStepWasTaken() {
    Step<AwaitingShare> a = matching.startA(Matching.SESSION, Matching.COUGH);
    Step<AwaitingShare> b = matching.startB(Matching.SESSION, Matching.COUGH);
    Step<AwaitingConfirmation> ofA = a.next().receive(b.message().bytes());
    Step<AwaitingConfirmation> ofB = b.next().receive(a.message().bytes());
    ofA.next().receive(ofB.message().bytes());
    assertThatThrownBy(() -> a.next().receive(b.message().bytes()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ofA.next().receive(ofB.message().bytes()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void session_shouldBeRefused_whenAPatientIsComparedWithHerself() {
    assertThatThrownBy(() -> Matching.session("a", "a", "certificate a", "certificate b", 8))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
