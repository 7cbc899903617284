package org.epione.enrolment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Accounts;
import org.epione.enrolment.control.PatientIndex;
import org.epione.enrolment.entity.Patient;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * Patients for the other features. The decision whether the caller may know about a patient was
 * made before; pages and resources do not call this.
 */
@Stateless
@PermitAll
public class Patients {

  @Inject private PatientIndex index;
  @EJB private Accounts accounts;

  /** The patient of that id. */
  public Optional<PatientFacts> find(PatientId id) {
    return index.find(id).map(this::facts);
  }

  /** The patient whose account that is. */
  public Optional<PatientFacts> byAccount(AccountId account) {
    return index.find(account).map(this::facts);
  }

  /** The patient of that number with a hospital; empty also where several have it. */
  public Optional<PatientFacts> byNumber(PartyCode hospital, String number) {
    List<Patient> found = index.ofNumber(hospital, number);
    return found.size() == 1 ? Optional.of(facts(found.get(0))) : Optional.empty();
  }

  private PatientFacts facts(Patient patient) {
    boolean active =
        accounts
            .find(patient.account())
            .filter(account -> account.state() == AccountState.ACTIVE)
            .isPresent();
    return new PatientFacts(
        patient.id(),
        patient.account(),
        patient.hospital(),
        (patient.givenName() + " " + patient.familyName()).strip(),
        patient.birthDate(),
        patient.number().value(),
        active);
  }
}
