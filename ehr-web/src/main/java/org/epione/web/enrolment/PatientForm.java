package org.epione.web.enrolment;

import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.PatientDetails;
import org.epione.enrolment.boundary.PostalAddress;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/**
 * A patient as a client sends her.
 *
 * @param authority who gave out the number; absent for the hospital itself
 * @param hospitalNumber absent where the hospital gives the next of its own
 * @param birthDate YYYY-MM-DD
 * @param sex FEMALE, MALE, OTHER or UNKNOWN
 * @param version of the patient that was read, for a change
 */
public record PatientForm(
    @Nullable String authority,
    @Nullable String hospitalNumber,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable String birthDate,
    @Nullable String sex,
    @Nullable AddressJson address,
    @Nullable String phone,
    @Nullable Long version) {

  /** A postal address; absent parts are empty. */
  public record AddressJson(
      @Nullable String street,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode,
      @Nullable String country) {

    static AddressJson of(PostalAddress address) {
      return new AddressJson(
          address.street(),
          address.city(),
          address.state(),
          address.postalCode(),
          address.country());
    }

    PostalAddress checked() {
      try {
        return new PostalAddress(
            Input.text(street).strip(),
            Input.text(city).strip(),
            Input.text(state).strip(),
            Input.text(postalCode).strip(),
            Input.text(country).strip());
      } catch (IllegalArgumentException tooLong) {
        throw new RefusedException(
            ErrorCode.INVALID_INPUT, "A part of the address has more than 120 characters.");
      }
    }

    @Override
    public String toString() {
      return "AddressJson";
    }
  }

  PatientDetails details() {
    AddressJson given = address;
    return new PatientDetails(
        Input.text(authority),
        Input.text(hospitalNumber),
        Input.text(familyName),
        Input.text(givenName),
        Input.text(birthDate),
        sex == null ? AdministrativeSex.UNKNOWN : Input.choice(AdministrativeSex.class, sex),
        given == null ? PostalAddress.NONE : given.checked(),
        Input.text(phone));
  }

  /** The version, or one that no patient has. */
  long versionOrNone() {
    return version == null ? -1 : version;
  }

  @Override
  public String toString() {
    return "PatientForm";
  }
}
