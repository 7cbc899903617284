package org.epione.appointment.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * What whoever is signed in has to know to set an appointment password.
 *
 * @param hospital code
 * @param hospitalName what people call it
 * @param account a patient's card number, a doctor's user name
 * @param able whether one can be set; not by a doctor who is not enrolled, or expelled
 * @param memoryKiB of Argon2id
 * @param passes of Argon2id
 * @param lanes of Argon2id
 * @param setAt when it was set last; empty if there is none that counts
 */
public record PasswordView(
    AccountKind kind,
    String hospital,
    String hospitalName,
    String account,
    boolean able,
    int memoryKiB,
    int passes,
    int lanes,
    Optional<Instant> setAt) {

  /** Without whose. */
  @Override
  public String toString() {
    return "PasswordView";
  }
}
