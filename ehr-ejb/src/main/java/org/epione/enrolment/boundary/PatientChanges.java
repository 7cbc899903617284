package org.epione.enrolment.boundary;

/**
 * What a message says about a patient. Values are already checked for form and length by the reader
 * of the message.
 */
public record PatientChanges(
    Change<String> familyName,
    Change<String> givenName,
    Change<BirthDate> birthDate,
    Change<AdministrativeSex> sex,
    Change<PostalAddress> address,
    Change<String> phone) {

  @Override
  public String toString() {
    return "PatientChanges";
  }
}
