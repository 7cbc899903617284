package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.epione.crypto.Tampering;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.junit.jupiter.api.Test;

class PasswordVerifierTest {

  private final Appointment appointment = new Appointment("verifier");
  private final byte[] encoded = appointment.verifier.export().reveal(SecretAccess.token());

  private static PasswordVerifier restore(byte[] bytes) {
    return PasswordVerifier.restore(SecretBytes.of(bytes));
  }

  private static void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> restore(bytes)).isExactlyInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void register_shouldGiveW0AndLOfThePassword() {
    try (PasswordSecret secret = appointment.secret()) {
      assertThat(appointment.verifier.w0()).isEqualTo(secret.w0());
      assertThat(appointment.verifier.l()).isEqualTo(P256Point.generator().multiply(secret.w1()));
      assertThat(secret.w0()).isNotEqualTo(secret.w1());
    }
  }

  @Test
  void register_shouldDiffer_whenSaltOrIdentitiesDiffer() {
    PasswordVerifier saltier =
        appointment.spake.register(
            Appointment.PASSWORD, new Appointment("salt").salt, Appointment.IDENTITIES);
    PasswordVerifier moved =
        appointment.spake.register(
            Appointment.PASSWORD, appointment.salt, Appointment.identities("aliceH", "OSPITAL-1"));
    assertThat(saltier.w0()).isNotEqualTo(appointment.verifier.w0()).isNotEqualTo(moved.w0());
    assertThat(moved.w0()).isNotEqualTo(appointment.verifier.w0());
    assertThat(moved.l()).isNotEqualTo(appointment.verifier.l());
  }

  @Test
  void restore_shouldGiveBackWhatWasExported() {
    PasswordVerifier restored = restore(encoded);
    assertThat(encoded).hasSize(173);
    assertThat(restored.export()).isEqualTo(appointment.verifier.export());
    assertThat(restored.salt()).isEqualTo(appointment.salt);
    assertThat(restored.w0()).isEqualTo(appointment.verifier.w0());
    assertThat(restored.l()).isEqualTo(appointment.verifier.l());
  }

  @Test
  void restore_shouldRefuse_whenTruncatedOrLonger() {
    for (int length = 0; length < encoded.length; length++) {
      assertRefused(Arrays.copyOf(encoded, length));
    }
    assertRefused(Arrays.copyOf(encoded, encoded.length + 1));
  }

  @Test
  void restore_shouldRefuse_whenW0IsZeroOrNotBelowTheOrder() {
    int at = encoded.length - P256Point.LENGTH - 32;
    for (int fill : new int[] {0, 0xff}) {
      byte[] changed = encoded.clone();
      Arrays.fill(changed, at, at + 32, (byte) fill);
      assertRefused(changed);
    }
  }

  @Test
  void changedVerifier_shouldBeRefusedOrFail() {
    Tampering.everyByte(encoded)
        .forEach(
            changed -> {
              try (PasswordVerifier other = restore(changed)) {
                assertThatThrownBy(
                        () ->
                            Appointment.finish(
                                appointment.prover(),
                                appointment.spake.startVerifier(
                                    other, Appointment.IDENTITIES, Appointment.CONTEXT)))
                    .isExactlyInstanceOf(KeyConfirmationFailedException.class);
              } catch (MalformedEncodingException e) {
                assertThat(e).hasNoSuppressedExceptions();
              }
            });
  }

  @Test
  void close_shouldWipe() {
    PasswordVerifier verifier = restore(encoded);
    verifier.close();
    assertThatThrownBy(verifier::export).isInstanceOf(IllegalStateException.class);
  }
}
