package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.epione.crypto.password.PasswordHash;
import org.epione.crypto.password.PasswordParameters;
import org.epione.crypto.password.PasswordSalt;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

/** An account that does not exist ends like a wrong password. */
class DecoyVerifiersTest {

  private static final Identities NOBODY = Appointment.identities("nobody", "HOSPITAL-1");

  private final Appointment appointment = new Appointment("decoys");
  private final PasswordParameters cost = appointment.salt.parameters();
  private final SecretBytes secret = SecretBytes.of(appointment.random.bytes(32));
  private final DecoyVerifiers decoys = new DecoyVerifiers(secret, cost);

  private PasswordVerifier decoy(Identities identities) {
    return decoys.orDecoy(Optional.empty(), identities);
  }

  @Test
  void orDecoy_shouldGiveTheStoredVerifier_whenThereIsOne() {
    assertThat(decoys.orDecoy(Optional.of(appointment.verifier), Appointment.IDENTITIES))
        .isSameAs(appointment.verifier);
    assertThat(appointment.verifier.export().length()).isPositive();
  }

  @Test
  void decoy_shouldBeTheSameAtEveryTry_alsoAfterARestart() {
    PasswordVerifier first = decoy(NOBODY);
    SecretBytes encoded = first.export();
    first.close();
    assertThat(decoy(NOBODY).export()).isEqualTo(encoded);
    assertThat(new DecoyVerifiers(secret, cost).orDecoy(Optional.empty(), NOBODY).export())
        .isEqualTo(encoded);
  }

  @Test
  void decoy_shouldBeAnother_whenAccountHospitalOrSecretIsAnother() {
    SecretBytes encoded = decoy(NOBODY).export();
    PasswordSalt salt = decoy(NOBODY).salt();
    for (Identities other :
        new Identities[] {
          Appointment.identities("nobod", "yHOSPITAL-1"),
          Appointment.identities("nobody", "HOSPITAL-2"),
          Appointment.IDENTITIES
        }) {
      assertThat(decoy(other).export()).isNotEqualTo(encoded);
      assertThat(decoy(other).salt()).isNotEqualTo(salt);
    }
    SecretBytes otherSecret = SecretBytes.of(appointment.random.bytes(32));
    assertThat(new DecoyVerifiers(otherSecret, cost).orDecoy(Optional.empty(), NOBODY).export())
        .isNotEqualTo(encoded);
  }

  /** The same messages of the same form, and the same end, seen from the patient's side. */
  @Test
  void run_shouldEndAlike_whenTheAccountIsUnknownOrThePasswordWrong() {
    PasswordVerifier decoy = decoy(NOBODY);
    assertThat(decoy.salt().encode()).hasSameSizeAs(appointment.salt.encode());
    assertThat(decoy.salt().parameters()).isEqualTo(appointment.salt.parameters());
    assertThat(decoy.export().length()).isEqualTo(appointment.verifier.export().length());
    assertWrong(
        appointment.spake.startProver(
            Appointment.PASSWORD, decoy.salt(), NOBODY, Appointment.CONTEXT),
        appointment.spake.startVerifier(decoy, NOBODY, Appointment.CONTEXT));
    assertWrong(appointment.prover("wrong"), appointment.hospital());
  }

  private static void assertWrong(Step<ProverAwaitingShare> prover, Step<AwaitingShare> hospital) {
    Step<AwaitingConfirmation> confirming = hospital.next().receive(prover.message().bytes());
    ProverAwaitingConfirmation awaiting = prover.next().receive(hospital.message().bytes());
    Party.VERIFIER.decodeShare(hospital.message().bytes());
    assertThat(Party.VERIFIER.decodeConfirmation(confirming.message().bytes())).hasSize(32);
    assertThatThrownBy(() -> awaiting.receive(confirming.message().bytes()))
        .isExactlyInstanceOf(KeyConfirmationFailedException.class)
        .hasMessage("key confirmation failed");
  }

  @Test
  void secret_shouldBeRefused_whenTooShort() {
    SecretBytes tooShort = SecretBytes.of(new byte[31]);
    assertThatThrownBy(() -> new DecoyVerifiers(tooShort, cost))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void defaults_shouldFitNewSalts() {
    PasswordHash hash = new PasswordHash(appointment.random);
    PasswordVerifier decoy =
        new DecoyVerifiers(secret, hash.defaults()).orDecoy(Optional.empty(), NOBODY);
    assertThat(decoy.salt().parameters()).isEqualTo(hash.newSalt(hash.defaults()).parameters());
  }
}
