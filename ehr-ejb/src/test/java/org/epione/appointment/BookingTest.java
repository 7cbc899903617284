package org.epione.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Role;
import org.epione.appointment.boundary.AppointmentOffice;
import org.epione.appointment.boundary.AppointmentReminders;
import org.epione.appointment.boundary.BookingView;
import org.epione.appointment.boundary.CallingOff;
import org.epione.appointment.boundary.Reminder;
import org.epione.appointment.boundary.SlotOrder;
import org.epione.appointment.boundary.SlotView;
import org.epione.appointment.control.DoctorDesk;
import org.epione.appointment.control.PatientDesk;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.team.Clinic;
import org.epione.testing.DatabaseDump;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an offered time to an appointment that is moved, cancelled or called off. */
class BookingTest {

  @TempDir private Path home;
  private Clinic clinic;
  private ProvingPerson.Conversation patient;
  private LocalDateTime tomorrow;

  @BeforeEach
  void open() throws Exception {
    open(Map.of());
  }

  private void open(Map<String, String> settings) throws Exception {
    clinic = new Clinic(home, 2, settings);
    ProvingPerson person = new ProvingPerson(clinic);
    person.setPassword(ProvingPerson.PASSWORD);
    patient = person.agree();
    tomorrow =
        LocalDateTime.ofInstant(clinic.container.clock().instant(), ZoneOffset.UTC)
            .plusDays(1)
            .withHour(9)
            .withMinute(0)
            .withSecond(0)
            .withNano(0);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static String refusal(JsonObject answer) {
    return answer.getJsonObject("refused").getString("code");
  }

  private <T> T office(Callable<T> act) throws Exception {
    return clinic.as(clinic.registrar, act);
  }

  private AppointmentOffice office() {
    return clinic.bean(AppointmentOffice.class);
  }

  private void offer(int doctor, LocalDateTime start, int number) throws Exception {
    office(
        () -> {
          office()
              .offer(
                  new SlotOrder(
                      clinic.doctors.get(doctor).account().toString(),
                      start,
                      20,
                      number,
                      "House B, room 12"));
          return number;
        });
  }

  private List<SlotView> slots() throws Exception {
    return office(() -> office().slots());
  }

  private static String slot(JsonObject state, int index) {
    return state.getJsonArray("offers").getJsonObject(index).getString("slot");
  }

  private static String appointment(JsonObject state) {
    return state.getJsonArray("appointments").getJsonObject(0).getString("appointment");
  }

  @Test
  void appointment_shouldBeSeenByBoth_fromTheOfferToTheBooking() throws Exception {
    assertThat(patient.look().getJsonArray("offers")).isEmpty();
    offer(0, tomorrow, 3);
    JsonObject state = patient.look();
    assertThat(state.getJsonArray("offers")).hasSize(3);
    JsonObject booked = patient.book(slot(state, 1));
    assertThat(booked.containsKey("refused")).isFalse();
    assertThat(booked.getJsonArray("offers")).hasSize(2);
    JsonObject own = booked.getJsonArray("appointments").getJsonObject(0);
    assertThat(own.getString("doctor")).isEqualTo("Dr. 1");
    assertThat(own.getString("reason")).isEqualTo("Pain in the knee");
    assertThat(own.getString("place")).isEqualTo("House B, room 12");
    assertThat(own.getString("start"))
        .isEqualTo(tomorrow.plusMinutes(20).toInstant(ZoneOffset.UTC).toString());
    assertThat(slots())
        .extracting(row -> row.booking().map(BookingView::patient))
        .containsExactly(Optional.empty(), Optional.of("Ann Bell"), Optional.empty());
    SlotView seen = office(() -> office().appointment(appointment(booked)));
    assertThat(seen.booking().orElseThrow().patientId()).isEqualTo(clinic.patientId.toString());
    assertThat(seen.doctorAccount()).isEqualTo(clinic.doctors.get(0).account().toString());
    assertThat(dumped("Pain in the knee")).isFalse();
  }

  private boolean dumped(String text) {
    return DatabaseDump.contains(
        DatabaseDump.of(clinic.container), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void booking_shouldChangeNothing_whenTheSameTimeIsBookedAgain() throws Exception {
    offer(0, tomorrow, 2);
    String slot = slot(patient.look(), 0);
    patient.book(slot);
    JsonObject again = patient.book(slot);
    assertThat(again.containsKey("refused")).isFalse();
    assertThat(again.getJsonArray("appointments")).hasSize(1);
  }

  @Test
  void booking_shouldBeRefused_whenTheTimeIsTakenOrUnknownOrTheReasonMissing() throws Exception {
    offer(0, tomorrow, 2);
    JsonObject state = patient.look();
    String wanted = slot(state, 0);
    assertThat(refusal(patient.book(UUID.randomUUID().toString()))).isEqualTo("EHR-1003");
    assertThat(refusal(patient.say(Map.of("act", "BOOK", "slot", wanted, "reason", " "))))
        .isEqualTo("EHR-1004");
    assertThat(
            refusal(patient.say(Map.of("act", "BOOK", "slot", wanted, "reason", "x".repeat(501)))))
        .isEqualTo("EHR-1004");
    desk(somebodyElse(), wanted);
    assertThat(refusal(patient.book(wanted))).isEqualTo("EHR-3304");
    assertThat(patient.look().getJsonArray("appointments")).isEmpty();
  }

  @Test
  void booking_shouldBeOneOfTheirs_whenTwoWantTheSameTimeAtOnce() throws Exception {
    offer(0, tomorrow, 1);
    String slot = slot(patient.look(), 0);
    List<Caller> both = List.of(somebodyElse(), somebodyElse());
    CountDownLatch together = new CountDownLatch(both.size());
    ExecutorService people = Executors.newFixedThreadPool(both.size());
    try {
      List<Future<Optional<ErrorCode>>> ends =
          both.stream()
              .map(
                  each ->
                      people.submit(
                          () -> {
                            together.countDown();
                            together.await();
                            return desk(each, slot);
                          }))
              .toList();
      List<Optional<ErrorCode>> seen = new java.util.ArrayList<>();
      for (Future<Optional<ErrorCode>> end : ends) {
        seen.add(end.get());
      }
      assertThat(seen)
          .containsExactlyInAnyOrder(Optional.empty(), Optional.of(ErrorCode.SLOT_TAKEN));
    } finally {
      people.shutdownNow();
    }
    assertThat(refusal(patient.book(slot))).isEqualTo("EHR-3304");
  }

  /** Registrar and doctor offer at once: not the same beginning, but partly the same time. */
  @Test
  void offer_shouldBeOneOfTheirs_whenTwoOverlapAtOnce() throws Exception {
    offer(0, tomorrow, 1);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      for (int day = 1; day <= 10; day++) {
        CountDownLatch together = new CountDownLatch(2);
        LocalDateTime start = tomorrow.plusDays(day);
        List<Future<Optional<ErrorCode>>> ends =
            Stream.of(start, start.plusMinutes(10))
                .map(
                    each ->
                        people.submit(
                            () -> {
                              together.countDown();
                              together.await();
                              return offered(each);
                            }))
                .toList();
        assertThat(List.of(ends.get(0).get(), ends.get(1).get()))
            .containsExactlyInAnyOrder(Optional.empty(), Optional.of(ErrorCode.SLOT_UNFIT));
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(slots()).hasSize(11);
  }

  private Optional<ErrorCode> offered(LocalDateTime start) {
    AccountId doctor = clinic.doctors.get(0).account();
    Caller caller = new Caller(doctor, "", "Dr. 1", Role.DOCTOR, Clinic.HOSPITAL, "ref");
    try {
      clinic
          .bean(DoctorDesk.class)
          .offer(caller, new SlotOrder(doctor.toString(), start, 20, 1, "House C"));
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused.code());
    }
  }

  /** A patient of the hospital whose password is somebody else's matter. */
  private static Caller somebodyElse() {
    return new Caller(
        new AccountId(UUID.randomUUID()),
        "",
        "Somebody",
        Role.PATIENT,
        Clinic.HOSPITAL,
        UUID.randomUUID().toString());
  }

  private Optional<ErrorCode> desk(Caller who, String slot) {
    try {
      clinic.bean(PatientDesk.class).book(who, slot, "Cough");
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused.code());
    }
  }

  @Test
  void booking_shouldBeRefused_whenThePatientHoldsFiveOrIsElsewhere() throws Exception {
    offer(0, tomorrow, 7);
    offer(1, tomorrow, 1);
    String same =
        patient.look().getJsonArray("offers").getValuesAs(JsonObject.class).stream()
            .filter(each -> each.getString("doctor").equals("Dr. 2"))
            .findFirst()
            .orElseThrow()
            .getString("slot");
    List<String> first =
        patient.look().getJsonArray("offers").getValuesAs(JsonObject.class).stream()
            .filter(each -> each.getString("doctor").equals("Dr. 1"))
            .map(each -> each.getString("slot"))
            .toList();
    patient.book(first.get(0));
    assertThat(refusal(patient.book(same))).isEqualTo("EHR-3304");
    first.subList(1, 5).forEach(patient::book);
    assertThat(refusal(patient.book(first.get(5)))).isEqualTo("EHR-3309");
    assertThat(patient.look().getJsonArray("appointments")).hasSize(5);
  }

  @Test
  void move_shouldGiveTheNewTimeAndFreeTheOld_orLeaveAllAsItIs() throws Exception {
    offer(0, tomorrow, 3);
    JsonObject state = patient.look();
    String old = slot(state, 0);
    String own = appointment(patient.book(old));
    String taken = slot(state, 1);
    desk(somebodyElse(), taken);
    JsonObject kept = patient.move(own, taken);
    assertThat(refusal(kept)).isEqualTo("EHR-3304");
    assertThat(appointment(kept)).isEqualTo(own);
    JsonObject moved = patient.move(own, slot(state, 2));
    assertThat(moved.containsKey("refused")).isFalse();
    assertThat(appointment(moved)).isEqualTo(own);
    assertThat(slot(moved, 0)).isEqualTo(old);
    assertThat(moved.getJsonArray("offers")).hasSize(1);
  }

  @Test
  void cancel_shouldFreeTheTime_once_andOnlyOfTheOwn() throws Exception {
    offer(0, tomorrow, 2);
    JsonObject state = patient.look();
    desk(somebodyElse(), slot(state, 1));
    String others =
        slots().stream().flatMap(row -> row.booking().stream()).findFirst().orElseThrow().id();
    assertThat(refusal(patient.cancel(others))).isEqualTo("EHR-1003");
    assertThat(refusal(patient.move(others, slot(state, 0)))).isEqualTo("EHR-1003");
    String own = appointment(patient.book(slot(state, 0)));
    JsonObject cancelled = patient.cancel(own);
    assertThat(cancelled.getJsonArray("appointments")).isEmpty();
    assertThat(cancelled.getJsonArray("offers")).hasSize(1);
    assertThat(refusal(patient.cancel(own))).isEqualTo("EHR-3308");
  }

  @Test
  void appointment_shouldStayAsItIs_whenItHasBegun() throws Exception {
    offer(0, tomorrow, 2);
    JsonObject state = patient.look();
    String own = appointment(patient.book(slot(state, 0)));
    Instant begins = slots().get(0).start();
    clinic.later(Duration.between(clinic.container.clock().instant(), begins).plusSeconds(1));
    ProvingPerson person = new ProvingPerson(clinic);
    ProvingPerson.Conversation later = person.agree();
    assertThat(refusal(later.cancel(own))).isEqualTo("EHR-3308");
    assertThat(refusal(later.move(own, slot(state, 1)))).isEqualTo("EHR-3308");
    refused(ErrorCode.APPOINTMENT_OVER, () -> callOff(own, "The doctor is ill."));
  }

  /** At the time at which it is now. */
  private void callOff(String id, String note) throws Exception {
    String slot =
        slots().stream()
            .filter(each -> each.booking().filter(booking -> booking.id().equals(id)).isPresent())
            .findFirst()
            .map(SlotView::id)
            .orElse("");
    callOff(id, slot, note);
  }

  private void callOff(String id, String slot, String note) throws Exception {
    office(
        () -> {
          office().cancel(new CallingOff(id, slot, note));
          return id;
        });
  }

  /** She saw it before the patient moved it. */
  @Test
  void callingOff_shouldBeRefused_whenTheAppointmentIsAtAnotherTime() throws Exception {
    offer(0, tomorrow, 2);
    JsonObject state = patient.look();
    String seen = slot(state, 0);
    String now = slot(state, 1);
    String own = appointment(patient.book(seen));
    patient.move(own, now);
    refused(ErrorCode.CONFLICT, () -> callOff(own, seen, "The doctor is ill."));
    refused(ErrorCode.CONFLICT, () -> callOff(own, "", "The doctor is ill."));
    assertThat(patient.look().getJsonArray("appointments").getJsonObject(0).getString("state"))
        .isEqualTo("BOOKED");
    callOff(own, now, "The doctor is ill.");
  }

  @Test
  void patient_shouldBeReminded_andToldWhy_whenTheHospitalCallsOff() throws Exception {
    offer(0, tomorrow, 1);
    String own = appointment(patient.book(slot(patient.look(), 0)));
    AppointmentReminders reminders = clinic.bean(AppointmentReminders.class);
    assertThat(clinic.as(clinic.patient, reminders::mine))
        .extracting(Reminder::start, Reminder::cancelled)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(tomorrow.toInstant(ZoneOffset.UTC), false));
    assertThat(clinic.as(clinic.patient, reminders::waiting)).isEqualTo(1);
    refused(ErrorCode.INVALID_INPUT, () -> callOff(own, " "));
    callOff(own, "The doctor is ill.");
    JsonObject told = patient.look().getJsonArray("appointments").getJsonObject(0);
    assertThat(told.getString("state")).isEqualTo("CALLED_OFF");
    assertThat(told.getString("note")).isEqualTo("The doctor is ill.");
    assertThat(patient.look().getJsonArray("offers")).isEmpty();
    assertThat(clinic.as(clinic.patient, reminders::mine))
        .extracting(Reminder::cancelled)
        .containsExactly(true);
    assertThat(dumped("The doctor is ill.")).isFalse();
    refused(ErrorCode.NOT_FOUND, () -> callOff(own, "Again."));
  }

  @Test
  void offer_shouldBeRefused_whenItCannotBe() throws Exception {
    offer(0, tomorrow, 2);
    refused(ErrorCode.SLOT_UNFIT, () -> offer(0, tomorrow, 2));
    refused(ErrorCode.SLOT_UNFIT, () -> offer(0, tomorrow.plusMinutes(30), 1));
    refused(ErrorCode.SLOT_UNFIT, () -> offer(0, tomorrow.minusMinutes(10), 1));
    refused(ErrorCode.SLOT_UNFIT, () -> offer(0, tomorrow.minusDays(2), 1));
    refused(ErrorCode.SLOT_UNFIT, () -> offer(0, tomorrow.plusYears(2), 1));
    refused(ErrorCode.SLOT_UNFIT, () -> offer(0, tomorrow.plusDays(1), 33));
    refused(ErrorCode.SLOT_UNFIT, () -> offer(0, tomorrow.plusDays(1), 0));
    offer(0, tomorrow.plusMinutes(40), 1);
    offer(1, tomorrow, 1);
    assertThat(slots()).hasSize(4);
    assertThatThrownBy(() -> clinic.as(clinic.patient, () -> office().slots()))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void withdrawal_shouldTakeAFreeTimeBack_andNotABookedOne() throws Exception {
    offer(0, tomorrow, 2);
    JsonObject state = patient.look();
    patient.book(slot(state, 0));
    refused(ErrorCode.SLOT_TAKEN, () -> withdraw(slot(state, 0)));
    withdraw(slot(state, 1));
    refused(ErrorCode.NOT_FOUND, () -> withdraw(slot(state, 1)));
    assertThat(refusal(patient.book(slot(state, 1)))).isEqualTo("EHR-3304");
    offer(0, tomorrow.plusMinutes(20), 1);
    assertThat(slots()).hasSize(2);
  }

  private void withdraw(String slot) throws Exception {
    office(
        () -> {
          office().withdraw(slot);
          return slot;
        });
  }

  @Test
  void time_shouldBeTheHospitals_alsoWhenItsClocksAreChanged() throws Exception {
    clinic.close();
    open(Map.of("EPIONE_TIME_ZONE", "Europe/Vienna"));
    // The last Sunday of March that comes.
    LocalDateTime forward = tomorrow.plusMonths(1).withHour(2).withMinute(30);
    while (!java.time.ZoneId.of("Europe/Vienna").getRules().getValidOffsets(forward).isEmpty()) {
      forward = forward.plusDays(1);
    }
    LocalDateTime never = forward;
    refused(ErrorCode.SLOT_UNFIT, () -> offer(0, never, 1));
    offer(0, never.withHour(1).withMinute(50), 2);
    JsonObject state = patient.look();
    assertThat(state.getString("zone")).isEqualTo("Europe/Vienna");
    List<SlotView> rows = slots();
    assertThat(rows.get(0).start())
        .isEqualTo(never.withHour(0).withMinute(50).toInstant(ZoneOffset.UTC));
    assertThat(rows.get(1).start()).isEqualTo(rows.get(0).start().plus(Duration.ofMinutes(20)));
  }
}
