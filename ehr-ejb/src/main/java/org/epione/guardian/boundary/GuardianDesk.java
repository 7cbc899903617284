package org.epione.guardian.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.control.Ending;
import org.epione.guardian.control.GuardianViews;
import org.epione.guardian.control.Naming;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** The hospital's counter for guardians of minors, who are patients of that hospital themselves. */
@Stateless
@RolesAllowed(Role.Name.REGISTRAR)
public class GuardianDesk {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Patients patients;
  @Inject private Naming naming;
  @Inject private Ending ending;
  @Inject private GuardianViews views;

  /** Those of a patient, latest first. */
  public List<GuardianshipView> of(PatientId ward) {
    return views.atHospital(permitted(callers.current(), Act.READ_PATIENT, ward));
  }

  /**
   * The latest day on which a guardianship of that patient ends: the 18th birthday.
   *
   * @throws RefusedException EHR-4801 unless the patient is a minor, EHR-4802 if the patient has
   *     activated the account
   */
  public LocalDate latestEnd(PatientId ward) {
    return naming.latestEnd(permitted(callers.current(), Act.READ_PATIENT, ward));
  }

  /**
   * Who has that number, to be compared with the papers before the naming.
   *
   * @throws RefusedException EHR-4803 if nobody has it, or who has it cannot be the guardian
   */
  public Candidate candidate(PatientId ward, String number) {
    Caller caller = callers.current();
    PatientFacts minor = permitted(caller, Act.READ_PATIENT, ward);
    PatientFacts found = naming.candidate(minor, number);
    permitted(caller, Act.READ_PATIENT, found.id());
    return new Candidate(found.number(), found.displayName(), found.birthDate());
  }

  /**
   * Names a guardian, who can accept within 30 days.
   *
   * @param password the registrar's own; wiped by the caller
   * @throws RefusedException EHR-4801 to 4805 where it cannot be, EHR-3012 without the paper that
   *     was seen, EHR-1011 for a wrong password
   */
  public GuardianshipView name(GuardianForm form, char[] password) {
    Caller caller = callers.current();
    PatientFacts minor = permitted(caller, Act.NAME_GUARDIAN, form.ward());
    return views.atHospital(naming.name(caller, minor, form, password));
  }

  /**
   * Takes back what was not answered, or ends what is in force: the guardian opens nothing any
   * more.
   *
   * @param reason 1 to 2000 bytes; the guardian reads it
   * @throws RefusedException EHR-1003 if the patient has none of that id, EHR-4806 when it is over,
   *     EHR-3012 without reason
   */
  public void end(PatientId ward, String guardianship, String reason) {
    Caller caller = callers.current();
    PatientFacts minor = permitted(caller, Act.NAME_GUARDIAN, ward);
    ending.byHospital(caller, minor, guardianship, reason);
  }

  private PatientFacts permitted(Caller caller, Act act, PatientId id) {
    PartyCode keeper = patients.find(id).map(PatientFacts::hospital).orElse(caller.party());
    access.require(caller, act, new Subject(SubjectKind.PATIENT, id.toString(), keeper));
    return patients.find(id).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }
}
