package org.epione.web.enrolment;

import org.epione.enrolment.boundary.PatientView;

/** A patient as clients see her. */
public record PatientJson(
    String id,
    String accountId,
    String hospital,
    String authority,
    String hospitalNumber,
    String displayName,
    String familyName,
    String givenName,
    String birthDate,
    String sex,
    PatientForm.AddressJson address,
    String phone,
    String state,
    String registered,
    long version) {

  static PatientJson of(PatientView view) {
    return new PatientJson(
        view.id().toString(),
        view.accountId().toString(),
        view.hospital().value(),
        view.number().authority(),
        view.number().value(),
        view.displayName(),
        view.familyName(),
        view.givenName(),
        view.birthDate(),
        view.sex().name(),
        PatientForm.AddressJson.of(view.address()),
        view.phone(),
        view.account().name(),
        view.registered().toString(),
        view.version());
  }

  @Override
  public String toString() {
    return "PatientJson[" + id + "]";
  }
}
