package org.epione.web.appointment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.epione.appointment.boundary.AppointmentAgreement;
import org.epione.appointment.boundary.AppointmentPassword;
import org.epione.appointment.boundary.AppointmentReminders;
import org.epione.appointment.boundary.BookableHospital;
import org.epione.appointment.boundary.PasswordView;
import org.epione.appointment.boundary.Reminder;
import org.epione.web.guardian.ActingFor;
import org.jspecify.annotations.Nullable;

/** What the pages of a patient's or doctor's appointments show before the browser takes over. */
@Named
@RequestScoped
public class BookingPage {

  @EJB private AppointmentAgreement agreement;
  @EJB private AppointmentPassword passwords;
  @EJB private AppointmentReminders reminders;
  @Inject private ActingFor actingFor;
  @Inject private FacesContext faces;

  private @Nullable PasswordView password;
  private @Nullable List<Reminder> due;

  /** Where appointments are. */
  public List<BookableHospital> getHospitals() {
    return agreement.hospitals();
  }

  /** The appointment password of whose page it is: who is signed in, or a minor. */
  public PasswordView getPassword() {
    if (password == null) {
      password = passwords.of(actingFor.patient());
    }
    return password;
  }

  /** What is reminded of: on a minor's page of hers, else of all, with for whom each is. */
  public List<Reminder> getReminders() {
    if (due == null) {
      due = actingFor.isOn() ? actingFor.listed(reminders::of) : reminders.mine();
    }
    return due;
  }

  /** When it is, as people read it, in the hospital's time. */
  public String when(Reminder reminder) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
            .withLocale(faces.getViewRoot().getLocale())
            .format(reminder.local())
        + " "
        + DateTimeFormatter.ofPattern("zzz", faces.getViewRoot().getLocale())
            .format(reminder.local());
  }
}
