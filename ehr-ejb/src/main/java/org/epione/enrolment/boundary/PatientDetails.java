package org.epione.enrolment.boundary;

import java.util.Optional;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/**
 * What a registrar enters about a patient: the whole, not changes. Checked when it is made.
 *
 * @param authority who gave out the number; blank for the hospital itself
 * @param number blank where the hospital gives the next of its own
 * @param birthDate in the form of {@link BirthDate#iso}
 */
public record PatientDetails(
    String authority,
    String number,
    String familyName,
    String givenName,
    String birthDate,
    AdministrativeSex sex,
    PostalAddress address,
    String phone) {

  /**
   * Strips the texts and checks them.
   *
   * @throws RefusedException EHR-1004, saying which text is wrong
   */
  public PatientDetails {
    authority = optional("assigning authority", authority, PatientNumber.MAX_LENGTH);
    number = optional("patient number", number, PatientNumber.MAX_LENGTH);
    familyName = required("family name", familyName);
    givenName = required("given name", givenName);
    birthDate =
        BirthDate.parse(birthDate)
            .map(BirthDate::iso)
            .orElseThrow(() -> refused("The birth date is no date like 1970-05-31."));
    phone = optional("phone number", phone, PatientView.MAX_PHONE);
  }

  /** The number to register under, or empty where the hospital gives the next of its own. */
  public Optional<PatientNumber> numberAt(PartyCode hospital) {
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PatientNumber(authority.isEmpty() ? hospital.value() : authority, number));
  }

  private static String required(String what, String text) {
    String stripped = optional(what, text, PatientView.MAX_NAME);
    if (stripped.isEmpty()) {
      throw refused("The " + what + " is missing.");
    }
    return stripped;
  }

  private static String optional(String what, String text, int length) {
    String stripped = text.strip();
    if (stripped.length() > length) {
      throw refused("The " + what + " has more than " + length + " characters.");
    }
    if (stripped.chars().anyMatch(Character::isISOControl)) {
      throw refused("The " + what + " has a control character.");
    }
    return stripped;
  }

  private static RefusedException refused(String detail) {
    return new RefusedException(ErrorCode.INVALID_INPUT, detail);
  }

  /** Without the data. */
  @Override
  public String toString() {
    return "PatientDetails";
  }
}
