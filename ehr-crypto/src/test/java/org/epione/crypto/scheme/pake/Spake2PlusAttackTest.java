package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on SPAKE2+ between patient and hospital. */
class Spake2PlusAttackTest {

  private final Appointment appointment = new Appointment("attacks on spake2plus");

  private static void assertFails(ThrowingCallable step) {
    assertThatThrownBy(step).isExactlyInstanceOf(KeyConfirmationFailedException.class);
  }

  private static void assertRefused(ThrowingCallable step) {
    assertThatThrownBy(step).isExactlyInstanceOf(MalformedEncodingException.class);
  }

  /** A side without the stretching: attacks that need many runs begin here. */
  private Spake2PlusProver proverSide(PasswordSecret secret) {
    return new Spake2PlusProver(appointment.transcript(), secret, appointment.randomScalar());
  }

  private byte[] shareP(P256Point point) {
    return Party.PROVER.encodeShare(point).bytes();
  }

  private byte[] shareV(P256Point point) {
    return Party.VERIFIER.encodeShare(point).bytes();
  }

  @Test
  void manInTheMiddle_shouldGetNoKey_whenPuttingOwnSharesInPlace() {
    Step<ProverAwaitingShare> patient = appointment.prover();
    Step<AwaitingShare> hospital = appointment.hospital();
    // The attacker runs both sides with a guess.
    Step<ProverAwaitingShare> towardsHospital = appointment.prover("guess");
    PasswordVerifier guessed =
        appointment.spake.register("guess".toCharArray(), appointment.salt, Appointment.IDENTITIES);
    Step<AwaitingShare> towardsPatient =
        appointment.spake.startVerifier(guessed, Appointment.IDENTITIES, Appointment.CONTEXT);

    Step<AwaitingConfirmation> ofHospital =
        hospital.next().receive(towardsHospital.message().bytes());
    Step<AwaitingConfirmation> toPatient = towardsPatient.next().receive(patient.message().bytes());
    ProverAwaitingConfirmation ofPatient = patient.next().receive(towardsPatient.message().bytes());
    assertFails(() -> ofPatient.receive(toPatient.message().bytes()));
    byte[] madeUp = Party.PROVER.encodeConfirmation(new byte[32]).bytes();
    assertFails(() -> ofHospital.next().receive(madeUp));
  }

  @Test
  void manInTheMiddle_shouldGetNoKey_whenSwappingSharesOfTwoRuns() {
    Step<ProverAwaitingShare> one = appointment.prover();
    Step<AwaitingShare> hospitalOfOne = appointment.hospital();
    Step<ProverAwaitingShare> two = appointment.prover();
    Step<AwaitingShare> hospitalOfTwo = appointment.hospital();
    Step<AwaitingConfirmation> crossed = hospitalOfOne.next().receive(two.message().bytes());
    Step<AwaitingConfirmation> crossedToo = hospitalOfTwo.next().receive(one.message().bytes());
    ProverAwaitingConfirmation ofOne = one.next().receive(hospitalOfOne.message().bytes());
    ProverAwaitingConfirmation ofTwo = two.next().receive(hospitalOfTwo.message().bytes());
    assertFails(() -> ofOne.receive(crossed.message().bytes()));
    assertFails(() -> ofTwo.receive(crossedToo.message().bytes()));
  }

  @Test
  void replay_shouldFail_whenAnEarlierRunIsShownToTheHospital() {
    Step<ProverAwaitingShare> patient = appointment.prover();
    Step<AwaitingShare> hospital = appointment.hospital();
    byte[] share = patient.message().bytes();
    Step<AwaitingConfirmation> confirming = hospital.next().receive(share);
    byte[] confirmation =
        patient
            .next()
            .receive(hospital.message().bytes())
            .receive(confirming.message().bytes())
            .message()
            .bytes();
    assertThat(confirming.next().receive(confirmation).length()).isEqualTo(32);
    AwaitingConfirmation again = appointment.hospital().next().receive(share).next();
    assertFails(() -> again.receive(confirmation));
  }

  @Test
  void replay_shouldFail_whenAnEarlierRunIsShownToThePatient() {
    Step<ProverAwaitingShare> patient = appointment.prover();
    Step<AwaitingShare> hospital = appointment.hospital();
    byte[] confirmation = hospital.next().receive(patient.message().bytes()).message().bytes();
    ProverAwaitingConfirmation again =
        appointment.prover().next().receive(hospital.message().bytes());
    assertFails(() -> again.receive(confirmation));
  }

  @Test
  void reflection_shouldBeRefused_whenOwnMessagesComeBack() {
    Step<ProverAwaitingShare> patient = appointment.prover();
    assertRefused(() -> patient.next().receive(patient.message().bytes()));
    Step<AwaitingShare> hospital = appointment.hospital();
    assertRefused(() -> hospital.next().receive(hospital.message().bytes()));
    Step<AwaitingConfirmation> confirming =
        appointment.hospital().next().receive(patient.message().bytes());
    assertRefused(() -> confirming.next().receive(confirming.message().bytes()));
  }

  @Test
  void reflection_shouldFail_whenOwnMessagesComeBackRelabelled() {
    Spake2PlusProver side = proverSide(appointment.secret());
    ProverAwaitingConfirmation patient =
        new ProverAwaitingShare(side).receive(shareV(side.share()));
    Keys keys = proverSide(appointment.secret()).agree(side.share());
    byte[] own = Party.PROVER.decodeConfirmation(keys.confirmation(Party.PROVER).bytes());
    assertFails(() -> patient.receive(Party.VERIFIER.encodeConfirmation(own).bytes()));

    Step<AwaitingShare> started = appointment.hospital();
    byte[] share = shareP(Party.VERIFIER.decodeShare(started.message().bytes()));
    Step<AwaitingConfirmation> hospital = started.next().receive(share);
    byte[] back = Party.VERIFIER.decodeConfirmation(hospital.message().bytes());
    assertFails(() -> hospital.next().receive(Party.PROVER.encodeConfirmation(back).bytes()));
  }

  /** Even with the same w0 and w1, which stretching with the identities prevents already. */
  @ParameterizedTest
  @ValueSource(strings = {"alice,HOSPITAL-2", "bob,HOSPITAL-1", "aliceH,OSPITAL-1"})
  void misbinding_shouldFail_whenTheSidesDisagreeWhoTheyAre(String names) {
    Identities others = Appointment.identities(names.split(",")[0], names.split(",")[1]);
    Spake2PlusProver patient = proverSide(appointment.secret());
    Spake2PlusTranscript other =
        Spake2PlusTranscript.of(appointment.salt, Appointment.CONTEXT, others);
    Spake2PlusVerifier hospital =
        new Spake2PlusVerifier(
            other, appointment.secret().w0(), appointment.verifier.l(), appointment.randomScalar());
    byte[] confirmation =
        new AwaitingShare(hospital).receive(shareP(patient.share())).message().bytes();
    ProverAwaitingConfirmation awaiting =
        new ProverAwaitingShare(patient).receive(shareV(hospital.share()));
    assertFails(() -> awaiting.receive(confirmation));
  }

  @Test
  void share_shouldBeRefused_whenItIsNoPoint() {
    byte[] valid = Party.PROVER.decodeShare(appointment.prover().message().bytes()).encode();
    byte[] offCurve = valid.clone();
    offCurve[64] ^= 1;
    byte[] hybrid = valid.clone();
    hybrid[0] = (byte) (6 | (valid[64] & 1));
    byte[] compressed = Arrays.copyOf(valid, 33);
    compressed[0] = (byte) (2 | (valid[64] & 1));
    String tag = "epione.spake2plus.prover-share";
    for (byte[] point :
        List.of(new byte[] {0}, new byte[65], offCurve, hybrid, compressed, new byte[0])) {
      byte[] message = CanonicalWriter.of(tag, 1).fixed(point, point.length).toByteArray();
      AwaitingShare hospital = appointment.hospital().next();
      assertRefused(() -> hospital.receive(message));
    }
    byte[] control = CanonicalWriter.of(tag, 1).fixed(valid, 65).toByteArray();
    assertThat(appointment.hospital().next().receive(control).message().size()).isPositive();
  }

  /** The attacker knows no discrete logarithm of M or N, so they are shares like any other. */
  @Test
  void maskAsShare_shouldGiveNoKey() {
    for (P256Point mask : List.of(Masks.M, Masks.N, P256Point.generator())) {
      AwaitingConfirmation hospital = appointment.hospital().next().receive(shareP(mask)).next();
      assertFails(() -> hospital.receive(Party.PROVER.encodeConfirmation(new byte[32]).bytes()));
      ProverAwaitingConfirmation patient = appointment.prover().next().receive(shareV(mask));
      assertFails(() -> patient.receive(Party.VERIFIER.encodeConfirmation(new byte[32]).bytes()));
    }
  }

  /** Who knows w0 could force Z to infinity; the run ends before a key is made. */
  @Test
  void bareMaskAsShare_shouldEndTheRun() {
    P256Scalar w0 = appointment.secret().w0();
    AwaitingShare hospital = appointment.hospital().next();
    assertFails(() -> hospital.receive(shareP(Masks.M.multiply(w0))));
    ProverAwaitingShare patient = appointment.prover().next();
    assertFails(() -> patient.receive(shareV(Masks.N.multiply(w0))));
  }

  @Test
  void anyMessage_shouldBeRefusedOrFail_whenAnyByteIsChanged() {
    Step<ProverAwaitingShare> patient = appointment.prover();
    Tampering.everyByte(patient.message().bytes())
        .forEach(
            changed -> {
              AwaitingShare hospital = appointment.hospital().next();
              assertRefused(() -> hospital.receive(changed));
            });
    Step<AwaitingShare> hospital = appointment.hospital();
    byte[] shareV = hospital.message().bytes();
    Tampering.everyByte(shareV)
        .forEach(
            changed ->
                assertRefused(
                    () ->
                        new ProverAwaitingShare(proverSide(appointment.secret()))
                            .receive(changed)));
    Tampering.everyByte(hospital.next().receive(patient.message().bytes()).message().bytes())
        .forEach(
            changed -> {
              ProverAwaitingConfirmation awaiting =
                  new ProverAwaitingShare(proverSide(appointment.secret())).receive(shareV);
              assertThatThrownBy(() -> awaiting.receive(changed))
                  .isInstanceOfAny(
                      MalformedEncodingException.class, KeyConfirmationFailedException.class);
            });
  }

  @Test
  void lastConfirmation_shouldFail_whenAnyByteIsChanged() {
    Spake2PlusProver side = proverSide(appointment.secret());
    P256Scalar y = appointment.randomScalar();
    P256Point peer = Masks.mask(y, appointment.verifier.w0(), Masks.N);
    byte[] right = side.agree(peer).confirmation(Party.PROVER).bytes();
    for (byte[] changed : Tampering.everyByte(right).toList()) {
      Spake2PlusVerifier hospital =
          new Spake2PlusVerifier(
              appointment.transcript(),
              appointment.verifier.w0().copy(),
              appointment.verifier.l(),
              y.copy());
      AwaitingConfirmation awaiting =
          new AwaitingShare(hospital).receive(shareP(side.share())).next();
      assertThatThrownBy(() -> awaiting.receive(changed))
          .isInstanceOfAny(MalformedEncodingException.class, KeyConfirmationFailedException.class);
    }
  }

  /**
   * A share that is another valid point, as a changed byte would give if it stayed on the curve.
   */
  @Test
  void anotherValidShare_shouldFail() {
    Step<ProverAwaitingShare> patient = appointment.prover();
    Step<AwaitingShare> hospital = appointment.hospital();
    byte[] confirmation =
        hospital.next().receive(shareP(appointment.randomPoint())).message().bytes();
    ProverAwaitingConfirmation awaiting = patient.next().receive(hospital.message().bytes());
    assertFails(() -> awaiting.receive(confirmation));
  }
}
