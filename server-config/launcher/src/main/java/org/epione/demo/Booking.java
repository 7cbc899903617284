package org.epione.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.scheme.pake.KeyConfirmationFailedException;
import org.epione.demo.DemonstrationData.AppointmentStory;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.client.Appointments;
import org.epione.demo.client.PatientDesk;
import org.epione.demo.client.RegistrarDesk;
import org.epione.demo.client.TreatmentAgreement;

/**
 * An appointment: patient and hospital agree on a treatment key by a password that is never sent,
 * and under that key she books a time and moves it. One of an earlier run is gone on with.
 */
public final class Booking {
  private static final int TIMES = 2;
  private static final int FIRST_HOUR = 9;

  private final Stage stage;
  private final CryptoSuite crypto;
  private final AppointmentStory story;
  private final Patient patient;
  private final String doctor;

  /** The appointment before that treatment. */
  public Booking(Stage stage, CryptoSuite crypto, Treatment treatment) {
    this.stage = stage;
    this.crypto = crypto;
    this.story = treatment.story().appointment().orElseThrow();
    this.patient = stage.data().patient(treatment.story().patient());
    this.doctor = stage.data().hospital(patient.hospital()).doctor(story.doctor()).displayName();
  }

  /** The patient chooses an appointment password; her hospital gets what verifies it. */
  public void password() {
    PatientDesk desk = stage.patient(patient.userName());
    if (!desk.hasAppointmentPassword()) {
      desk.setAppointmentPassword(
          crypto, appointmentPassword(), stage.password(patient.userName()));
    }
    stage
        .progress()
        .verified(
            "appointment password set", patient.number(), "", "only what verifies it was sent");
  }

  /** With another password nobody is let in, and learns nothing. */
  public void wrongPassword() {
    boolean refused = false;
    try {
      agreement(appointmentPassword() + "!").close();
    } catch (KeyConfirmationFailedException other) {
      refused = true;
    }
    Verified.that(refused, "with a wrong password there is no treatment key");
    stage.progress().verified("wrong password", patient.number(), "", "no treatment key");
  }

  /** The registrar offers the doctor's times, if not enough are free. */
  public void offer() {
    Appointments told = agreed(TreatmentAgreement::look);
    Verified.that(
        told.patient().contains(patient.familyName()), "the hospital knows whom it speaks to");
    RegistrarDesk desk = registrar();
    if (told.free(doctor).size() < TIMES) {
      desk.offer(doctor(desk), next(desk, told.zone()), story.minutes(), TIMES, story.place());
    }
    stage.progress().verified("times offered", story.doctor(), "", "by the registrar");
  }

  /** She takes the first of them. */
  public void book() {
    Appointments told =
        agreed(
            conversation -> {
              Appointments before = conversation.look();
              return before.with(doctor).isPresent()
                  ? before
                  : conversation.book(before.free(doctor).get(0).slot(), story.reason());
            });
    Verified.that(told.refused().isEmpty(), "the time is hers, not " + told.refused().orElse(""));
    Verified.that(told.with(doctor).isPresent(), "she sees her appointment");
    stage
        .progress()
        .verified(
            "appointment booked", patient.number(), "", "under the treatment key, not signed in");
  }

  /** She moves it to another. */
  public void move() {
    Appointments.Offer to = agreed(TreatmentAgreement::look).free(doctor).get(0);
    Appointments told =
        agreed(
            conversation ->
                conversation.move(conversation.look().with(doctor).orElseThrow().id(), to.slot()));
    Verified.that(told.refused().isEmpty(), "it can be moved, not " + told.refused().orElse(""));
    Instant start = told.with(doctor).orElseThrow().start();
    Verified.that(start.equals(to.start()), "it is at the other time");
    Verified.that(
        registrar().slots().stream()
            .filter(slot -> slot.cardNumber().filter(patient.number()::equals).isPresent())
            .anyMatch(
                slot ->
                    slot.start().equals(start)
                        && slot.reason().filter(story.reason()::equals).isPresent()),
        "the registrar sees who comes, when and why");
    stage
        .progress()
        .verified(
            "appointment moved", patient.number(), "", "the registrar sees who, when and why");
  }

  private <T> T agreed(Function<TreatmentAgreement, T> work) {
    try (TreatmentAgreement agreement = agreement(appointmentPassword())) {
      return work.apply(agreement);
    }
  }

  private TreatmentAgreement agreement(String password) {
    return TreatmentAgreement.of(
        stage.portal(), crypto, patient.hospital(), patient.number(), password);
  }

  /** Tomorrow morning, or after the last time that the doctor offers already. */
  private LocalDateTime next(RegistrarDesk desk, ZoneId zone) {
    LocalDateTime tomorrow =
        LocalDateTime.ofInstant(stage.clock().instant().plus(Duration.ofDays(1)), zone)
            .truncatedTo(ChronoUnit.DAYS)
            .withHour(FIRST_HOUR);
    return desk.slots().stream()
        .filter(slot -> slot.doctor().equals(doctor))
        .map(slot -> LocalDateTime.ofInstant(slot.end(), zone))
        .filter(tomorrow::isBefore)
        .max(LocalDateTime::compareTo)
        .orElse(tomorrow);
  }

  private RegistrarDesk.Doctor doctor(RegistrarDesk desk) {
    return desk.doctors().stream()
        .filter(each -> each.displayName().equals(doctor))
        .findFirst()
        .orElseThrow(() -> new StepFailed(doctor + " cannot be booked."));
  }

  private RegistrarDesk registrar() {
    return stage.registrar(stage.data().hospital(patient.hospital()));
  }

  private String appointmentPassword() {
    return stage.secondPassword(patient, "appointments");
  }
}
