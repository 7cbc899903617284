package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.junit.jupiter.api.Test;

/** What is left to try symptoms on after a run was watched, or failed: nothing. */
class SymptomGuessingTest {

  private static final List<byte[]> SYMPTOMS =
      List.of(Matching.COUGH, Matching.FEVER, Matching.HEADACHE);

  private final Matching both = new Matching("guessing at symptoms");
  private final P256Scalar cough = both.w(Matching.COUGH);

  private Spake2Party side(Party self) {
    return both.side(self, cough.copy());
  }

  private static byte[] share(Spake2Party side) {
    return side.self().encodeShare(side.share()).bytes();
  }

  /**
   * A share fits every symptom: without its mask it is, for each candidate, another point of the
   * group, hence y'*P for exactly one y'. So the shares alone exclude none.
   */
  @Test
  void shares_shouldFitEverySymptom() {
    P256Point share = side(Party.B).share();
    List<P256Point> unmasked = new ArrayList<>();
    for (byte[] symptom : SYMPTOMS) {
      unmasked.add(Masks.unmask(share, both.w(symptom), Masks.N));
    }
    assertThat(unmasked).noneMatch(P256Point::isInfinity);
    assertThat(new HashSet<>(unmasked)).hasSameSizeAs(SYMPTOMS);
    for (int i = 0; i < SYMPTOMS.size(); i++) {
      assertThat(unmasked.get(i).plus(Masks.N.multiply(both.w(SYMPTOMS.get(i))))).isEqualTo(share);
    }
  }

  /** Who only watched tries each symptom with every point that the shares give. */
  @Test
  void watchedRun_shouldTestNoSymptom_whenTriedAfterwards() {
    for (byte[] ofB : List.of(Matching.COUGH, Matching.FEVER)) {
      Spake2Party a = side(Party.A);
      Spake2Party b = both.side(Party.B, both.w(ofB));
      byte[] seen = new AwaitingShare(a).receive(share(b)).message().bytes();
      for (byte[] symptom : SYMPTOMS) {
        P256Scalar w = both.w(symptom);
        P256Point x = Masks.unmask(a.share(), w, Masks.M);
        P256Point y = Masks.unmask(b.share(), w, Masks.N);
        for (P256Point k : List.of(x, y, x.plus(y), x.minus(y), a.share(), b.share())) {
          assertThat(confirmationOfA(a, b.share(), k, w)).isNotEqualTo(seen);
        }
      }
    }
  }

  /** Two wrong guesses exclude two symptoms and tell nothing about the third, also afterwards. */
  @Test
  void failedRuns_shouldTestTheGuessedSymptomOnly() {
    for (byte[] guess : List.of(Matching.FEVER, Matching.HEADACHE)) {
      assertThat(fittingSymptoms(guess)).isEmpty();
    }
    assertThat(fittingSymptoms(Matching.COUGH)).containsExactly(Matching.COUGH);
  }

  /** Which symptoms fit A's answer to an attacker who put {@code guess} into B's share. */
  private List<byte[]> fittingSymptoms(byte[] guess) {
    P256Scalar y = both.randomScalar();
    P256Point shareB = Masks.mask(y, both.w(guess), Masks.N);
    Spake2Party a = side(Party.A);
    byte[] seen =
        new AwaitingShare(a).receive(Party.B.encodeShare(shareB).bytes()).message().bytes();
    List<byte[]> fitting = new ArrayList<>();
    for (byte[] symptom : SYMPTOMS) {
      P256Scalar w = both.w(symptom);
      P256Point k = Masks.unmask(a.share(), w, Masks.M).multiply(y);
      if (ByteString.of(confirmationOfA(a, shareB, k, w)).equals(ByteString.of(seen))) {
        fitting.add(symptom);
      }
    }
    return fitting;
  }

  private static byte[] confirmationOfA(
      Spake2Party a, P256Point shareB, P256Point k, P256Scalar w) {
    return Matching.SESSION
        .transcript()
        .keys(Party.A, a.share(), shareB, k, w)
        .confirmation(Party.A)
        .bytes();
  }
}
