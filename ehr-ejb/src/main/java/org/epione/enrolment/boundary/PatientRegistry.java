package org.epione.enrolment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.AccountView;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.ActivationHold;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Invitation;
import org.epione.account.boundary.Role;
import org.epione.enrolment.control.PatientIndex;
import org.epione.enrolment.control.PatientSearch;
import org.epione.enrolment.control.SecondFactorReset;
import org.epione.enrolment.entity.Patient;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** The patients of the registrar's own hospital: register, find, change, hand out codes. */
@Stateless
@RolesAllowed(Role.Name.REGISTRAR)
public class PatientRegistry {

  /** The most patients that one search shows. */
  public static final int MOST_FOUND = 50;

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Accounts accounts;
  @Inject private PatientIndex index;
  @Inject private PatientSearch search;
  @Inject private SecondFactorReset reset;
  @Inject private Instance<ActivationHold> holds;

  /**
   * Patients that fit all words of the text, each the beginning of a name or number or a birth
   * date; without text, who was registered or changed last. At most {@link #MOST_FOUND}.
   */
  public List<PatientView> find(String text) {
    Caller caller = callers.current();
    access.require(caller, Act.SEARCH_PATIENTS, Subject.of(caller.party()));
    if (text.length() > 200) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "A search has at most 200 characters.");
    }
    return search.find(caller.party(), text, MOST_FOUND).stream().map(this::view).toList();
  }

  /**
   * One patient.
   *
   * @throws RefusedException EHR-1002 or EHR-1003
   */
  public PatientView patient(PatientId id) {
    return view(permitted(Act.READ_PATIENT, id));
  }

  /**
   * Registers a patient; her account waits for the activation code.
   *
   * @param anotherPerson registers also where a patient of that name and birth date is known
   * @throws RefusedException EHR-2010 when the number is taken, EHR-2011 when she seems to be
   *     registered already
   */
  public PatientView register(PatientDetails details, boolean anotherPerson) {
    Caller caller = callers.current();
    access.require(caller, Act.REGISTER_PATIENT, Subject.of(caller.party()));
    return view(index.register(caller.party(), details, anotherPerson));
  }

  /**
   * Replaces a patient's data.
   *
   * @param version of the view that was changed
   * @throws RefusedException EHR-1005 when someone else changed it since, EHR-2010 when the new
   *     number is taken
   */
  public PatientView update(PatientId id, PatientDetails details, long version) {
    Patient patient = permitted(Act.UPDATE_PATIENT, id);
    index.update(patient, details, version);
    return view(patient);
  }

  /**
   * The activation code of a patient who has not used it, to print it.
   *
   * @throws RefusedException EHR-1003 when she used it, EHR-4808 while a guardian acts for her
   */
  public ActivationSlip activationCode(PatientId id) {
    Patient patient = waiting(id);
    return slip(patient, accounts.invitation(patient.account()));
  }

  /** A new activation code in place of one that expired or got lost. */
  public ActivationSlip newActivationCode(PatientId id) {
    Patient patient = waiting(id);
    return slip(patient, accounts.renewInvitation(patient.account()));
  }

  /** Lets a patient sign in again whose account was locked after too many attempts. */
  public void unlock(PatientId id) {
    accounts.unlock(permitted(Act.UPDATE_PATIENT, id).account());
  }

  /**
   * Takes the second factor from someone who has lost it; she is told.
   *
   * @throws RefusedException EHR-1044 when there is none
   */
  public void resetSecondFactor(PatientId id) {
    Patient patient = permitted(Act.UPDATE_PATIENT, id);
    reset.of(patient.account(), patient.hospital());
  }

  private Patient waiting(PatientId id) {
    Patient patient = permitted(Act.PRINT_ACTIVATION_CODE, id);
    if (state(patient) != AccountState.INVITED) {
      throw new RefusedException(ErrorCode.NOT_FOUND, "The activation code was used.");
    }
    if (holds.stream().anyMatch(each -> each.holds(patient.account()))) {
      throw new RefusedException(ErrorCode.GUARDIAN_ACTS);
    }
    return patient;
  }

  private Patient permitted(Act act, PatientId id) {
    Caller caller = callers.current();
    Optional<Patient> patient = index.find(id);
    PartyCode keeper = patient.map(Patient::hospital).orElse(caller.party());
    access.require(caller, act, new Subject(SubjectKind.PATIENT, id.toString(), keeper));
    return patient.orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private static ActivationSlip slip(Patient patient, Invitation invitation) {
    return new ActivationSlip(
        patient.account(),
        (patient.givenName() + " " + patient.familyName()).strip(),
        invitation.code(),
        invitation.expires());
  }

  private AccountState state(Patient patient) {
    return accounts.find(patient.account()).map(AccountView::state).orElse(AccountState.DISABLED);
  }

  private PatientView view(Patient patient) {
    return new PatientView(
        patient.id(),
        patient.hospital(),
        patient.account(),
        patient.number(),
        patient.familyName(),
        patient.givenName(),
        patient.birthDate(),
        patient.sex(),
        patient.address(),
        patient.phone(),
        state(patient),
        patient.registered(),
        patient.version());
  }
}
