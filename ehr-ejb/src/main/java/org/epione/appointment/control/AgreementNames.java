package org.epione.appointment.control;

import org.epione.appointment.boundary.AccountKind;
import org.epione.appointment.boundary.AppointmentAccount;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.scheme.pake.Identities;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** What both sides of a run put into it besides the password; the browser writes the same bytes. */
final class AgreementNames {

  private static final int MOST_BYTES = 160;

  private AgreementNames() {}

  /**
   * Patient or doctor, and hospital. Both kinds have a name of their own in it: what was made for
   * one is of no use for the other, even if a card number and a user name are alike.
   *
   * @throws RefusedException EHR-1004 for what can be no card number or user name
   */
  static Identities identities(AppointmentAccount account) {
    String hospital = account.hospital().value();
    byte[] prover;
    try {
      prover = writer(name(account.kind())).text(hospital).text(account.name()).toByteArray();
    } catch (IllegalArgumentException halfCharacter) {
      throw unusable();
    }
    if (account.name().isBlank() || prover.length > MOST_BYTES) {
      throw unusable();
    }
    return new Identities(
        ByteString.of(prover), ByteString.of(writer("hospital").text(hospital).toByteArray()));
  }

  /** Label of the key for the hospital's answers. */
  static String answersTo(AccountKind kind) {
    return "appointment.to-" + name(kind);
  }

  /** What the treatment key is for. */
  static byte[] purpose(PartyCode hospital) {
    return writer("purpose").text(hospital.value()).toByteArray();
  }

  /** Associated data of the messages of a run. */
  static byte[] header(byte[] run, long number) {
    return writer("message").fixed(run, run.length).u64(number).toByteArray();
  }

  private static String name(AccountKind kind) {
    return switch (kind) {
      case PATIENT -> "patient";
      case DOCTOR -> "doctor";
    };
  }

  private static CanonicalWriter writer(String what) {
    return CanonicalWriter.of("epione.appointment." + what, 1);
  }

  private static RefusedException unusable() {
    return new RefusedException(
        ErrorCode.INVALID_INPUT, "That can be no card number or user name.");
  }
}
