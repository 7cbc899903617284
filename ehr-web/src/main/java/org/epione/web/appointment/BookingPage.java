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
import org.jspecify.annotations.Nullable;

/** What the pages of a patient's appointments show before her browser takes over. */
@Named
@RequestScoped
public class BookingPage {

  @EJB private AppointmentAgreement agreement;
  @EJB private AppointmentPassword passwords;
  @EJB private AppointmentReminders reminders;
  @Inject private FacesContext faces;

  private @Nullable PasswordView password;
  private @Nullable List<Reminder> due;

  /** Where patients can book. */
  public List<BookableHospital> getHospitals() {
    return agreement.hospitals();
  }

  /** The signed-in patient's appointment password. */
  public PasswordView getPassword() {
    if (password == null) {
      password = passwords.mine();
    }
    return password;
  }

  /** What the signed-in patient is reminded of. */
  public List<Reminder> getReminders() {
    if (due == null) {
      due = reminders.mine();
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
