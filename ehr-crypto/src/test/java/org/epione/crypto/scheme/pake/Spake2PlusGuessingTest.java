package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

/** What a stolen verifier, and what a failed run with a guess, are worth to an attacker. */
class Spake2PlusGuessingTest {

  private final Appointment appointment = new Appointment("guessing at spake2plus");

  private static void assertFails(ThrowingCallable step) {
    assertThatThrownBy(step).isExactlyInstanceOf(KeyConfirmationFailedException.class);
  }

  private static byte[] shareP(P256Point point) {
    return Party.PROVER.encodeShare(point).bytes();
  }

  /**
   * The thief has w0 and L, chooses x, and so has Z; V = y*L is missing. Whatever can be put in its
   * place is not taken, while the true V is.
   */
  @Test
  void stolenVerifier_shouldNotLogIn() {
    try (PasswordVerifier stolen = PasswordVerifier.restore(appointment.verifier.export())) {
      P256Scalar x = appointment.randomScalar();
      P256Point share = Masks.mask(x, stolen.w0(), Masks.M);
      for (int attempt = 0; attempt < 7; attempt++) {
        Step<AwaitingShare> hospital = appointment.hospital();
        P256Point peer = Party.VERIFIER.decodeShare(hospital.message().bytes());
        P256Point unmasked = Masks.unmask(peer, stolen.w0(), Masks.N);
        P256Point z = unmasked.multiply(x);
        P256Point l = stolen.l();
        List<P256Point> candidates =
            List.of(
                l,
                z,
                unmasked,
                l.multiply(x),
                l.multiply(stolen.w0()),
                unmasked.multiply(stolen.w0()),
                unmasked.plus(l));
        byte[] forged =
            confirmation(share, peer, new Spake2PlusPoints(z, candidates.get(attempt)), stolen);
        AwaitingConfirmation awaiting = hospital.next().receive(shareP(share)).next();
        assertFails(() -> awaiting.receive(forged));
      }
      Step<AwaitingShare> hospital = appointment.hospital();
      P256Point peer = Party.VERIFIER.decodeShare(hospital.message().bytes());
      P256Point unmasked = Masks.unmask(peer, stolen.w0(), Masks.N);
      P256Point v = unmasked.multiply(appointment.secret().w1());
      byte[] honest =
          confirmation(share, peer, new Spake2PlusPoints(unmasked.multiply(x), v), stolen);
      assertThat(hospital.next().receive(shareP(share)).next().receive(honest).length())
          .isEqualTo(32);
    }
  }

  private byte[] confirmation(
      P256Point share, P256Point peer, Spake2PlusPoints points, PasswordVerifier stolen) {
    return appointment
        .transcript()
        .keys(Party.PROVER, share, peer, points, stolen.w0())
        .confirmation(Party.PROVER)
        .bytes();
  }

  /** One guess for a run: the transcript tests the password that went into the attacker's share. */
  @Test
  void failedRun_shouldTestNoOtherPassword_whenTriedAfterwards() {
    PasswordSecret guess =
        new PasswordSecret(appointment.randomScalar(), appointment.randomScalar());
    P256Scalar x = appointment.randomScalar();
    P256Point share = Masks.mask(x, guess.w0(), Masks.M);
    Step<AwaitingShare> hospital = appointment.hospital();
    P256Point peer = Party.VERIFIER.decodeShare(hospital.message().bytes());
    byte[] confirmV = hospital.next().receive(shareP(share)).message().bytes();
    PasswordSecret right = appointment.secret();
    for (PasswordSecret candidate : List.of(guess, right)) {
      P256Point unmasked = Masks.unmask(peer, candidate.w0(), Masks.N);
      Keys keys =
          appointment
              .transcript()
              .keys(
                  Party.PROVER,
                  share,
                  peer,
                  new Spake2PlusPoints(unmasked.multiply(x), unmasked.multiply(candidate.w1())),
                  candidate.w0());
      assertFails(() -> keys.confirmed(Party.VERIFIER, confirmV));
    }
    // The same attacker with the right password in the share gets the answer.
    Step<AwaitingShare> again = appointment.hospital();
    Spake2PlusProver honest =
        new Spake2PlusProver(appointment.transcript(), right, appointment.randomScalar());
    byte[] answer = again.next().receive(shareP(honest.share())).message().bytes();
    Keys keys = honest.agree(Party.VERIFIER.decodeShare(again.message().bytes()));
    SecretBytes key = keys.confirmed(Party.VERIFIER, answer);
    assertThat(key.length()).isEqualTo(32);
  }

  /** The known limit: who has the verifier is the hospital for this patient. */
  @Test
  void stolenVerifier_shouldServeToPoseAsTheHospital() {
    try (PasswordVerifier stolen = PasswordVerifier.restore(appointment.verifier.export())) {
      Step<AwaitingShare> thief =
          appointment.spake.startVerifier(stolen, Appointment.IDENTITIES, Appointment.CONTEXT);
      assertThat(Appointment.finish(appointment.prover(), thief).length()).isEqualTo(32);
    }
  }
}
