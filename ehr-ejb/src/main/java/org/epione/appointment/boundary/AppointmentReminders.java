package org.epione.appointment.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.appointment.control.Bookings;

/** Reminds a signed-in patient of what she booked. */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class AppointmentReminders {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private Bookings bookings;

  /** Her appointments to come, also those that the hospital cancelled, soonest first. */
  public List<Reminder> mine() {
    Caller patient = callers.current();
    access.require(
        patient, Act.READ_APPOINTMENTS, Subject.of(patient.accountId(), patient.party()));
    return bookings.reminders(patient.accountId());
  }

  /** How many of them are within three days, or cancelled by the hospital. */
  public long waiting() {
    return bookings.near(callers.current().accountId());
  }
}
