package org.epione.crypto.scheme.pake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Spake2PlusTest {

  private final Appointment appointment = new Appointment("spake2plus");

  private static void assertUsedUp(ThrowingCallable step) {
    assertThatThrownBy(step).isInstanceOf(IllegalStateException.class);
  }

  private static void assertFails(ThrowingCallable step) {
    assertThatThrownBy(step)
        .isExactlyInstanceOf(KeyConfirmationFailedException.class)
        .hasMessage("key confirmation failed")
        .hasNoCause();
  }

  @Test
  void run_shouldGiveBothTheSameKey_whenThePasswordIsRight() {
    SecretBytes one = Appointment.finish(appointment.prover(), appointment.hospital());
    SecretBytes other = Appointment.finish(appointment.prover(), appointment.hospital());
    assertThat(one.length()).isEqualTo(32);
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void run_shouldSucceed_whenTheVerifierWasStored() {
    PasswordVerifier restored = PasswordVerifier.restore(appointment.verifier.export());
    Step<AwaitingShare> hospital =
        appointment.spake.startVerifier(restored, Appointment.IDENTITIES, Appointment.CONTEXT);
    restored.close();
    assertThat(Appointment.finish(appointment.prover(), hospital).length()).isEqualTo(32);
  }

  @Test
  void run_shouldSucceed_whenThePasswordIsTypedInAnotherNormalForm() {
    PasswordVerifier verifier =
        appointment.spake.register(
            "Zo\u00eb".toCharArray(), appointment.salt, Appointment.IDENTITIES);
    Step<AwaitingShare> hospital =
        appointment.spake.startVerifier(verifier, Appointment.IDENTITIES, Appointment.CONTEXT);
    assertThat(Appointment.finish(appointment.prover("Zoe\u0308"), hospital).length())
        .isEqualTo(32);
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse ", "Correct horse", "correct hors", ""})
  void run_shouldFail_whenThePasswordIsWrong(String password) {
    assertFails(() -> Appointment.finish(appointment.prover(password), appointment.hospital()));
  }

  @Test
  void run_shouldFail_whenAnythingThatBothMustKnowDiffers() {
    byte[] context = "another context".getBytes(UTF_8);
    PasswordSalt salt = new Appointment("other salt").salt;
    Identities patient = Appointment.identities("bob", "HOSPITAL-1");
    Identities hospital = Appointment.identities("alice", "HOSPITAL-2");
    Spake2Plus spake = appointment.spake;
    char[] password = Appointment.PASSWORD;
    assertFails(
        () ->
            Appointment.finish(
                spake.startProver(password, appointment.salt, Appointment.IDENTITIES, context),
                appointment.hospital()));
    assertFails(
        () ->
            Appointment.finish(
                spake.startProver(password, salt, Appointment.IDENTITIES, Appointment.CONTEXT),
                appointment.hospital()));
    for (Identities other : new Identities[] {patient, hospital}) {
      assertFails(
          () ->
              Appointment.finish(
                  spake.startProver(password, appointment.salt, other, Appointment.CONTEXT),
                  appointment.hospital()));
    }
  }

  @Test
  void receive_shouldRefuse_whenTheStepWasTaken() {
    Step<ProverAwaitingShare> prover = appointment.prover();
    Step<AwaitingShare> hospital = appointment.hospital();
    byte[] shareP = prover.message().bytes();
    byte[] shareV = hospital.message().bytes();
    Step<AwaitingConfirmation> confirming = hospital.next().receive(shareP);
    ProverAwaitingConfirmation awaiting = prover.next().receive(shareV);
    byte[] confirmV = confirming.message().bytes();
    byte[] confirmP = awaiting.receive(confirmV).message().bytes();
    confirming.next().receive(confirmP);
    assertUsedUp(() -> hospital.next().receive(shareP));
    assertUsedUp(() -> prover.next().receive(shareV));
    assertUsedUp(() -> awaiting.receive(confirmV));
    assertUsedUp(() -> confirming.next().receive(confirmP));
  }

  @Test
  void receive_shouldRefuse_whenTheStepFailedBefore() {
    Step<ProverAwaitingShare> prover = appointment.prover();
    Step<AwaitingShare> hospital = appointment.hospital();
    byte[] shareP = prover.message().bytes();
    byte[] shareV = hospital.message().bytes();
    AwaitingShare malformed = appointment.hospital().next();
    assertThatThrownBy(() -> malformed.receive(new byte[0]))
        .isInstanceOf(MalformedEncodingException.class);
    assertUsedUp(() -> malformed.receive(shareP));
    ProverAwaitingShare malformedToo = appointment.prover().next();
    assertThatThrownBy(() -> malformedToo.receive(shareP))
        .isInstanceOf(MalformedEncodingException.class);
    assertUsedUp(() -> malformedToo.receive(shareV));

    Step<AwaitingConfirmation> confirming = hospital.next().receive(shareP);
    ProverAwaitingConfirmation awaiting = prover.next().receive(shareV);
    byte[] wrongV = Party.VERIFIER.encodeConfirmation(new byte[32]).bytes();
    byte[] wrongP = Party.PROVER.encodeConfirmation(new byte[32]).bytes();
    assertFails(() -> awaiting.receive(wrongV));
    assertUsedUp(() -> awaiting.receive(confirming.message().bytes()));
    assertFails(() -> confirming.next().receive(wrongP));
    assertUsedUp(() -> confirming.next().receive(wrongP));
  }

  @Test
  void receive_shouldRefuse_whenTheRunWasGivenUp() {
    Step<ProverAwaitingShare> prover = appointment.prover();
    Step<AwaitingShare> hospital = appointment.hospital();
    prover.next().close();
    hospital.next().close();
    assertUsedUp(() -> prover.next().receive(hospital.message().bytes()));
    assertUsedUp(() -> hospital.next().receive(prover.message().bytes()));
    Step<AwaitingShare> again = appointment.hospital();
    Step<AwaitingConfirmation> confirming = again.next().receive(prover.message().bytes());
    confirming.next().close();
    assertUsedUp(() -> confirming.next().receive(confirming.message().bytes()));
    ProverAwaitingConfirmation awaiting =
        appointment.prover().next().receive(again.message().bytes());
    awaiting.close();
    assertUsedUp(() -> awaiting.receive(confirming.message().bytes()));
  }

  @Test
  void secrets_shouldBeWiped_whenTheStepIsTakenOrGivenUp() {
    PasswordSecret secret = appointment.secret();
    Spake2PlusProver prover =
        new Spake2PlusProver(appointment.transcript(), secret, appointment.randomScalar());
    new ProverAwaitingShare(prover).receive(appointment.hospital().message().bytes());
    assertUsedUp(() -> secret.w0().export());
    assertUsedUp(() -> secret.w1().export());
    PasswordSecret abandoned = appointment.secret();
    new ProverAwaitingShare(
            new Spake2PlusProver(appointment.transcript(), abandoned, appointment.randomScalar()))
        .close();
    assertUsedUp(() -> abandoned.w0().export());
  }

  @Test
  void states_shouldTellNothing_whenPrinted() {
    assertThat(appointment.prover().next()).hasToString("ProverAwaitingShare");
    assertThat(appointment.hospital().next()).hasToString("AwaitingShare");
    assertThat(appointment.verifier).hasToString("PasswordVerifier");
    assertThat(appointment.prover().toString()).doesNotContainPattern("[0-9a-f]{8}");
  }

  @Test
  void identities_shouldBeRefused_whenEmptyOrTooLong() {
    ByteString fits = ByteString.of(new byte[Identities.MAX_LENGTH]);
    assertThat(new Identities(fits, fits).prover()).isEqualTo(fits);
    for (int length : new int[] {0, Identities.MAX_LENGTH + 1}) {
      ByteString bad = ByteString.of(new byte[length]);
      assertThatThrownBy(() -> new Identities(bad, fits))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Identities(fits, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
