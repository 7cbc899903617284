package org.epione.web.appointment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.appointment.boundary.AppointmentReminders;
import org.epione.web.shell.WaitingCount;

/** How many appointments of the patient are near or called off. */
@RequestScoped
public class WaitingAppointments implements WaitingCount {

  @EJB private AppointmentReminders reminders;

  @Override
  public String page() {
    return "/patient/requests";
  }

  @Override
  public long waiting() {
    return reminders.waiting();
  }
}
