package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.crypto.codec.ByteString;
import org.epione.custody.boundary.PersonKeys;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.Patients;
import org.epione.platform.erasure.ForgottenRegister;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** What a team needs to know of a patient, from enrolment and custody. */
@ApplicationScoped
public class TeamPatients {

  @EJB private Patients patients;
  @EJB private PersonKeys personKeys;
  @Inject private ForgottenRegister forgotten;

  /**
   * A patient of the hospital.
   *
   * @param identity ID_p
   * @param recordKey SCOPED public key, 96 bytes
   */
  record Patient(
      AccountId account, String name, String birthDate, ByteString identity, ByteString recordKey) {

    /** Never who it is. */
    @Override
    public String toString() {
      return "Patient";
    }
  }

  /** The patient of that id at that hospital. */
  Patient find(PartyCode hospital, String id) {
    PatientFacts facts =
        patients
            .find(patientId(id))
            .filter(each -> each.hospital().equals(hospital))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (forgotten.isForgotten(hospital, hospital, facts.account())) {
      throw new RefusedException(ErrorCode.PATIENT_FORGOTTEN);
    }
    return new Patient(
        facts.account(),
        facts.displayName(),
        facts.birthDate(),
        ByteString.of(facts.identity()),
        ByteString.of(personKeys.publicKeys(facts.account()).record().orElseThrow().encode()));
  }

  private static PatientId patientId(String text) {
    try {
      return PatientId.of(text);
    } catch (IllegalArgumentException none) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
  }
}
