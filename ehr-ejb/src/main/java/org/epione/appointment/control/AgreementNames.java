package org.epione.appointment.control;

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
   * Patient and hospital.
   *
   * @throws RefusedException EHR-1004 for what can be no card number
   */
  static Identities identities(PartyCode hospital, String cardNumber) {
    byte[] patient;
    try {
      patient = writer("patient").text(hospital.value()).text(cardNumber).toByteArray();
    } catch (IllegalArgumentException halfCharacter) {
      throw unusable();
    }
    if (cardNumber.isBlank() || patient.length > MOST_BYTES) {
      throw unusable();
    }
    return new Identities(
        ByteString.of(patient),
        ByteString.of(writer("hospital").text(hospital.value()).toByteArray()));
  }

  /** What the treatment key is for. */
  static byte[] purpose(PartyCode hospital) {
    return writer("purpose").text(hospital.value()).toByteArray();
  }

  /** Associated data of the messages of a run. */
  static byte[] header(byte[] run, long number) {
    return writer("message").fixed(run, run.length).u64(number).toByteArray();
  }

  private static CanonicalWriter writer(String what) {
    return CanonicalWriter.of("epione.appointment." + what, 1);
  }

  private static RefusedException unusable() {
    return new RefusedException(ErrorCode.INVALID_INPUT, "That can be no card number.");
  }
}
