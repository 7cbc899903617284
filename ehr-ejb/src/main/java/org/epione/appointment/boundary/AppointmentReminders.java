package org.epione.appointment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.appointment.control.Bookings;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.boundary.Guardians;
import org.epione.platform.identity.AccountId;

/** Reminds a signed-in patient of what was booked for her, and for minors for whom she acts. */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class AppointmentReminders {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Patients patients;
  @EJB private Guardians guardians;
  @Inject private Bookings bookings;

  /**
   * The appointments to come of the caller and of those for whom she acts, also those that the
   * hospital cancelled, soonest first.
   */
  public List<Reminder> mine() {
    return forWhom()
        .flatMap(patient -> of(patient).stream())
        .sorted(Comparator.comparing(Reminder::start))
        .toList();
  }

  /**
   * Those of the caller or of a minor for whom she acts, soonest first.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1002 for anybody else's
   */
  public List<Reminder> of(AccountId patient) {
    Caller caller = callers.current();
    access.require(caller, Act.READ_APPOINTMENTS, Subject.of(patient, caller.party()));
    String ward = patient.equals(caller.accountId()) ? "" : name(patient);
    return bookings.reminders(patient, ward);
  }

  /** How many of all these are within three days, or cancelled by the hospital. */
  public long waiting() {
    return forWhom().mapToLong(bookings::near).sum();
  }

  private String name(AccountId ward) {
    return patients.byAccount(ward).map(PatientFacts::displayName).orElse("");
  }

  private Stream<AccountId> forWhom() {
    AccountId caller = callers.current().accountId();
    return Stream.concat(Stream.of(caller), guardians.wards(caller).stream());
  }
}
