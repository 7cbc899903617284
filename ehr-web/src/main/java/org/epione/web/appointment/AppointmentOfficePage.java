package org.epione.web.appointment;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.epione.appointment.boundary.AppointmentOffice;
import org.epione.appointment.boundary.BookableDoctor;
import org.epione.appointment.boundary.CallingOff;
import org.epione.appointment.boundary.SlotOrder;
import org.epione.appointment.boundary.SlotView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A registrar offers doctors' times and sees who comes. All times are the hospital's. */
@Named
@ViewScoped
public class AppointmentOfficePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String BUNDLE = "appointmentText";

  @EJB private transient AppointmentOffice office;
  @Inject private transient Texts texts;

  private String doctor = "";
  private String start = "";
  private int minutes = 20;
  private int number = 1;
  private String place = "";
  private String selected = "";
  private String selectedSlot = "";
  private String note = "";
  private transient @Nullable List<SlotView> rows;

  /** Offers what the form says. */
  public void offer() {
    act(
        () -> {
          office.offer(new SlotOrder(doctor, local(), minutes, number, place));
          PageMessages.done(texts.get(BUNDLE, "office.offered", number), "");
          start = "";
        });
  }

  /** Takes a free time back. */
  public void withdraw(String slot) {
    act(
        () -> {
          office.withdraw(slot);
          PageMessages.done(texts.get(BUNDLE, "office.withdrawn"), "");
        });
  }

  /** Calls the selected appointment off. */
  public void cancel() {
    act(
        () -> {
          office.cancel(new CallingOff(selected, selectedSlot, note));
          PageMessages.done(texts.get(BUNDLE, "office.cancelled"), "");
          selected = "";
          selectedSlot = "";
          note = "";
        });
  }

  private void act(Runnable act) {
    try {
      act.run();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }

  private LocalDateTime local() {
    try {
      return LocalDateTime.parse(start);
    } catch (DateTimeParseException none) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, texts.get(BUNDLE, "office.startNeeded"));
    }
  }

  public List<SlotView> getRows() {
    if (rows == null) {
      rows = office.slots();
    }
    return rows;
  }

  public List<BookableDoctor> getDoctors() {
    return office.doctors();
  }

  public ZoneId getZone() {
    return office.zone();
  }

  /** A time as the hospital's clocks show it. */
  public String when(Instant instant) {
    return format("EEE d MMM uuuu, HH:mm", instant);
  }

  /** The hour alone. */
  public String hour(Instant instant) {
    return format("HH:mm", instant);
  }

  private String format(String pattern, Instant instant) {
    return DateTimeFormatter.ofPattern(
            pattern, FacesContext.getCurrentInstance().getViewRoot().getLocale())
        .withZone(getZone())
        .format(instant);
  }

  /** The selected appointment, or null; also when it is at another time meanwhile. */
  public @Nullable SlotView getChosen() {
    return getRows().stream()
        .filter(row -> row.id().equals(selectedSlot))
        .filter(row -> row.booking().filter(each -> each.id().equals(selected)).isPresent())
        .findFirst()
        .orElse(null);
  }

  public String getDoctor() {
    return doctor;
  }

  public void setDoctor(@Nullable String doctor) {
    this.doctor = Objects.requireNonNullElse(doctor, "");
  }

  /** Like 2027-01-31T09:30. */
  public String getStart() {
    return start;
  }

  public void setStart(@Nullable String start) {
    this.start = Objects.requireNonNullElse(start, "");
  }

  public int getMinutes() {
    return minutes;
  }

  public void setMinutes(int minutes) {
    this.minutes = minutes;
  }

  public int getNumber() {
    return number;
  }

  public void setNumber(int number) {
    this.number = number;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(@Nullable String place) {
    this.place = Objects.requireNonNullElse(place, "");
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  /** At which time it was shown. */
  public String getSelectedSlot() {
    return selectedSlot;
  }

  public void setSelectedSlot(@Nullable String selectedSlot) {
    this.selectedSlot = Objects.requireNonNullElse(selectedSlot, "");
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = Objects.requireNonNullElse(note, "");
  }
}
