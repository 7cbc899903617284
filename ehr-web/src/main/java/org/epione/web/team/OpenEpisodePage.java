package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.epione.appointment.boundary.AppointmentOffice;
import org.epione.appointment.boundary.SlotView;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PatientView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.DoctorChoice;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.OpenEpisode;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Opening an episode: patient, complaint, symptom, and the doctors in the order of signing. */
@Named
@ViewScoped
public class OpenEpisodePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 8;

  @EJB private transient EpisodeDesk desk;
  @EJB private transient PatientRegistry patients;
  @EJB private transient AppointmentOffice appointments;
  @Inject private transient Texts texts;

  private String patient = "";
  private String appointment = "";
  private String follows = "";
  private String followed = "";
  private String search = "";
  private String complaint = "";
  private String symptomCode = "";
  private String chosen = "";
  private final ArrayList<String> order = new ArrayList<>();
  private transient @Nullable List<DoctorChoice> doctors;
  private transient @Nullable List<PatientView> found;

  /** Called when the page is shown: takes over what an appointment, or a followed episode, has. */
  public void load() {
    if (!order.isEmpty()) {
      return;
    }
    if (!appointment.isEmpty()) {
      takeOver();
    }
    if (follows.isEmpty()) {
      return;
    }
    try {
      EpisodeView old = desk.episode(follows);
      patient = old.patientId();
      complaint = old.complaint();
      symptomCode = old.symptomCode();
      followed = old.reference();
      order.addAll(old.remaining());
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      follows = "";
    }
  }

  private void takeOver() {
    try {
      SlotView slot = appointments.appointment(appointment);
      slot.booking()
          .ifPresent(
              booking -> {
                patient = booking.patientId();
                complaint = booking.reason();
              });
      order.add(slot.doctorAccount());
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      appointment = "";
    }
  }

  /** Looks for patients. */
  public void find() {
    try {
      found = patients.find(search);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  public List<PatientView> getFound() {
    return found == null ? List.of() : found;
  }

  /** The patient whom the episode is for; none while the id is not one. */
  public @Nullable PatientView getWho() {
    if (patient.isEmpty()) {
      return null;
    }
    try {
      return patients.patient(PatientId.of(patient));
    } catch (IllegalArgumentException | RefusedException unknown) {
      PageMessages.refused(new RefusedException(ErrorCode.NOT_FOUND));
      patient = "";
      return null;
    }
  }

  /** Takes another patient. */
  public void forget() {
    patient = "";
  }

  /** The doctors who are not in the team yet. */
  public List<DoctorChoice> getFree() {
    return order.size() >= MOST
        ? List.of()
        : all().stream().filter(each -> !order.contains(each.account().toString())).toList();
  }

  /** The team so far, in order. */
  public List<DoctorChoice> getTeam() {
    return order.stream()
        .flatMap(id -> all().stream().filter(each -> each.account().toString().equals(id)))
        .toList();
  }

  /** Adds the chosen doctor at the end. */
  public void add() {
    if (!chosen.isEmpty() && !order.contains(chosen) && order.size() < MOST) {
      order.add(chosen);
    }
    chosen = "";
  }

  /** Takes a doctor out. */
  public void remove(int index) {
    order.remove(index);
  }

  /** Lets a doctor sign one place earlier. */
  public void earlier(int index) {
    if (index > 0) {
      Collections.swap(order, index, index - 1);
    }
  }

  /** Opens the episode and shows it. */
  public @Nullable String open() {
    try {
      EpisodeView opened =
          follows.isEmpty()
              ? desk.open(new OpenEpisode(patient, complaint, symptomCode, List.copyOf(order)))
              : desk.followUp(follows, List.copyOf(order));
      PageMessages.done(texts.get("teamText", "open.done", opened.reference()), "");
      return "/registrar/episode?faces-redirect=true&id=" + opened.id();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    }
  }

  private List<DoctorChoice> all() {
    if (doctors == null) {
      doctors = desk.doctors();
    }
    return doctors;
  }

  /** Id of the appointment whose patient, doctor and reason are taken over; empty if none. */
  public String getAppointment() {
    return appointment;
  }

  public void setAppointment(@Nullable String appointment) {
    this.appointment = Objects.requireNonNullElse(appointment, "");
  }

  /** EID of the episode that this one is to follow; empty if none. */
  public String getFollows() {
    return follows;
  }

  public void setFollows(@Nullable String follows) {
    this.follows = Objects.requireNonNullElse(follows, "");
  }

  /** The reference of the episode that this one is to follow. */
  public String getFollowed() {
    return followed;
  }

  public String getPatient() {
    return patient;
  }

  public void setPatient(@Nullable String patient) {
    this.patient = Objects.requireNonNullElse(patient, "");
  }

  public String getSearch() {
    return search;
  }

  public void setSearch(@Nullable String search) {
    this.search = Objects.requireNonNullElse(search, "");
  }

  public String getComplaint() {
    return complaint;
  }

  public void setComplaint(@Nullable String complaint) {
    this.complaint = Objects.requireNonNullElse(complaint, "");
  }

  public String getSymptomCode() {
    return symptomCode;
  }

  public void setSymptomCode(@Nullable String symptomCode) {
    this.symptomCode = Objects.requireNonNullElse(symptomCode, "");
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable String chosen) {
    this.chosen = Objects.requireNonNullElse(chosen, "");
  }
}
