package org.epione.appointment.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * What a signed-in patient has to know to set her appointment password.
 *
 * @param hospital code
 * @param hospitalName what people call it
 * @param cardNumber her number with the hospital
 * @param memoryKiB of Argon2id
 * @param passes of Argon2id
 * @param lanes of Argon2id
 * @param setAt when she set it last; empty if she has none that counts
 */
public record PasswordView(
    String hospital,
    String hospitalName,
    String cardNumber,
    int memoryKiB,
    int passes,
    int lanes,
    Optional<Instant> setAt) {

  /** Without her number. */
  @Override
  public String toString() {
    return "PasswordView";
  }
}
