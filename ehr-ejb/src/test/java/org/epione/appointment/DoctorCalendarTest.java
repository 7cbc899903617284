package org.epione.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.epione.appointment.ProvingPerson.PASSWORD;

import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.AccessEntry;
import org.epione.access.boundary.AccessHistory;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.appointment.boundary.AccountKind;
import org.epione.appointment.boundary.AppointmentOffice;
import org.epione.appointment.boundary.AppointmentPassword;
import org.epione.appointment.boundary.CallingOff;
import org.epione.appointment.boundary.PasswordView;
import org.epione.appointment.boundary.SlotOrder;
import org.epione.appointment.control.DoctorDesk;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.Clinic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A doctor keeps her own calendar under the treatment key, and nobody else's. */
class DoctorCalendarTest {

  @TempDir private Path home;
  private Clinic clinic;
  private ProvingPerson doctor;
  private ProvingPerson.Conversation calendar;
  private ProvingPerson.Conversation patient;
  private LocalDateTime tomorrow;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 2);
    doctor = ProvingPerson.doctor(clinic, 0);
    doctor.setPassword(PASSWORD);
    calendar = doctor.agree();
    ProvingPerson person = new ProvingPerson(clinic);
    person.setPassword(PASSWORD);
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

  private static List<JsonObject> times(JsonObject state) {
    return state.getJsonArray("times").getValuesAs(JsonObject.class);
  }

  private static List<JsonObject> offers(JsonObject state) {
    return state.getJsonArray("offers").getValuesAs(JsonObject.class);
  }

  private void registrarOffers(int index, LocalDateTime start, int number) throws Exception {
    clinic.as(
        clinic.registrar,
        () -> {
          clinic
              .bean(AppointmentOffice.class)
              .offer(
                  new SlotOrder(
                      clinic.doctors.get(index).account().toString(),
                      start,
                      20,
                      number,
                      "House B, room 12"));
          return number;
        });
  }

  /** The patient books the first time that the doctor of that name offers. */
  private String book(String name) {
    String slot =
        offers(patient.look()).stream()
            .filter(each -> each.getString("doctor").equals(name))
            .findFirst()
            .orElseThrow()
            .getString("slot");
    patient.book(slot);
    return patient.look().getJsonArray("appointments").getValuesAs(JsonObject.class).stream()
        .filter(each -> each.getString("doctor").equals(name))
        .findFirst()
        .orElseThrow()
        .getString("appointment");
  }

  private PasswordView password(int index) throws Exception {
    Clinic.Person owner = clinic.doctors.get(index);
    return clinic.as(owner, () -> clinic.bean(AppointmentPassword.class).of(owner.account()));
  }

  @Test
  void password_shouldBeShownWithUserName_andBeGone_whenRemoved() throws Exception {
    PasswordView own = password(0);
    assertThat(own.kind()).isEqualTo(AccountKind.DOCTOR);
    assertThat(own.account()).isEqualTo("dr.1");
    assertThat(own.able()).isTrue();
    assertThat(own.setAt()).isPresent();
    assertThat(password(1).setAt()).isEmpty();
    Clinic.Person owner = clinic.doctors.get(0);
    AppointmentPassword passwords = clinic.bean(AppointmentPassword.class);
    clinic.as(owner, () -> passwords.remove(owner.account(), Clinic.PASSWORD.clone()));
    assertThat(password(0).setAt()).isEmpty();
  }

  @Test
  void password_shouldBeSetByTheDoctorAlone_withThePortals() {
    ProvingPerson other = ProvingPerson.doctor(clinic, 1);
    for (Clinic.Person who : List.of(clinic.doctors.get(0), clinic.patient)) {
      refused(ErrorCode.ACCESS_DENIED, () -> other.setAs(who, PASSWORD));
    }
    assertThatThrownBy(() -> other.setAs(clinic.registrar, PASSWORD))
        .isInstanceOf(EJBAccessException.class);
    Clinic.Person owner = clinic.doctors.get(0);
    AppointmentPassword passwords = clinic.bean(AppointmentPassword.class);
    byte[] verifier = doctor.verifier("another password");
    assertThatThrownBy(
            () ->
                clinic.as(
                    owner, () -> passwords.set(owner.account(), verifier, "wrong".toCharArray())))
        .isInstanceOf(WrongPasswordException.class);
    assertThat(doctor.agree().look().getString("doctor")).isEqualTo("Dr. 1");
  }

  @Test
  void calendar_shouldShowOwnTimes_andWhoComesAndWhy_andNoMore() throws Exception {
    JsonObject empty = calendar.look();
    assertThat(times(empty)).isEmpty();
    assertThat(empty.getString("doctor")).isEqualTo("Dr. 1");
    assertThat(empty.getString("zone")).isEqualTo("UTC");
    registrarOffers(0, tomorrow, 2);
    registrarOffers(1, tomorrow, 2);
    book("Dr. 1");
    JsonObject seen = calendar.look();
    assertThat(times(seen)).hasSize(2);
    JsonObject booked = times(seen).get(0);
    assertThat(booked.getString("start")).isEqualTo(tomorrow.toInstant(ZoneOffset.UTC).toString());
    assertThat(booked.getString("patient")).isEqualTo("Ann Bell");
    assertThat(booked.getString("reason")).isEqualTo("Pain in the knee");
    assertThat(booked.keySet())
        .containsExactlyInAnyOrder(
            "slot", "start", "end", "place", "appointment", "patient", "reason");
    assertThat(times(seen).get(1).keySet())
        .containsExactlyInAnyOrder("slot", "start", "end", "place");
    assertThatThrownBy(
            () ->
                clinic.as(
                    clinic.doctors.get(0), () -> clinic.bean(AppointmentOffice.class).slots()))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void times_shouldBeOfferedAndTakenBack_asRegistrarsDo() throws Exception {
    JsonObject offered = calendar.offer(tomorrow, 3);
    assertThat(offered.containsKey("refused")).isFalse();
    assertThat(times(offered)).hasSize(3);
    assertThat(offers(patient.look()))
        .hasSize(3)
        .allMatch(each -> each.getString("doctor").equals("Dr. 1"));
    assertThat(refusal(calendar.offer(tomorrow.plusMinutes(20), 1))).isEqualTo("EHR-3307");
    assertThat(refusal(calendar.offer(tomorrow.minusDays(2), 1))).isEqualTo("EHR-3307");
    assertThat(refusal(calendar.offer(tomorrow.plusDays(1), 33))).isEqualTo("EHR-3307");
    assertThat(refusal(calendar.say(Map.of("act", "OFFER", "start", "tomorrow"))))
        .isEqualTo("EHR-1004");
    book("Dr. 1");
    List<JsonObject> seen = times(calendar.look());
    assertThat(refusal(calendar.withdraw(seen.get(0).getString("slot")))).isEqualTo("EHR-3304");
    JsonObject without = calendar.withdraw(seen.get(1).getString("slot"));
    assertThat(times(without)).hasSize(2);
    assertThat(refusal(calendar.withdraw(seen.get(1).getString("slot")))).isEqualTo("EHR-1003");
    assertThat(offers(patient.look())).hasSize(1);
  }

  @Test
  void times_shouldBeOutOfReach_whenTheyAreAnothers() throws Exception {
    registrarOffers(1, tomorrow, 1);
    String others = offers(patient.look()).get(0).getString("slot");
    assertThat(refusal(calendar.withdraw(others))).isEqualTo("EHR-1003");
    assertThat(refusal(calendar.withdraw(UUID.randomUUID().toString()))).isEqualTo("EHR-1003");
    String appointment = book("Dr. 2");
    assertThat(refusal(calendar.callOff(appointment, others, "Ill."))).isEqualTo("EHR-1003");
    assertThat(patient.look().getJsonArray("appointments").getJsonObject(0).getString("state"))
        .isEqualTo("BOOKED");
  }

  @Test
  void appointment_shouldBeCalledOff_andThePatientToldWhy() throws Exception {
    registrarOffers(0, tomorrow, 1);
    String appointment = book("Dr. 1");
    String slot = times(calendar.look()).get(0).getString("slot");
    assertThat(refusal(calendar.callOff(appointment, slot, "  "))).isEqualTo("EHR-1004");
    assertThat(refusal(calendar.callOff(appointment, slot, "x".repeat(501)))).isEqualTo("EHR-1004");
    JsonObject done = calendar.callOff(appointment, slot, "I am ill.");
    assertThat(done.containsKey("refused")).isFalse();
    assertThat(times(done)).isEmpty();
    JsonObject told = patient.look().getJsonArray("appointments").getJsonObject(0);
    assertThat(told.getString("state")).isEqualTo("CALLED_OFF");
    assertThat(told.getString("note")).isEqualTo("I am ill.");
    assertThat(offers(patient.look())).isEmpty();
    assertThat(refusal(calendar.callOff(appointment, slot, "Again."))).isEqualTo("EHR-1003");
    assertThat(disclosures())
        .as("what the patient is told of who had to do with her")
        .extracting(AccessEntry::account, AccessEntry::act, AccessEntry::decision)
        .contains(tuple(clinic.doctors.get(0).account(), Act.OFFER_APPOINTMENTS, Decision.PERMIT));
  }

  /** What the patient is told of who had to do with her. */
  private List<AccessEntry> disclosures() {
    return clinic
        .bean(AccessHistory.class)
        .byOthers(
            clinic.patient.account(),
            SubjectKind.PATIENT,
            List.of(clinic.patientId.toString()),
            Clinic.HOSPITAL);
  }

  /** Nothing is done at a time that she did not see, and nothing told that was not done. */
  @Test
  void appointment_shouldStay_andNothingBeTold_whenItIsNotWhatTheDoctorConfirmed()
      throws Exception {
    registrarOffers(0, tomorrow, 2);
    String appointment = book("Dr. 1");
    List<JsonObject> seen = times(calendar.look());
    String before = seen.get(0).getString("slot");
    String now = seen.get(1).getString("slot");
    patient.move(appointment, now);
    List<AccessEntry> told = disclosures();
    JsonObject shown = calendar.callOff(appointment, before, "I am ill.");
    assertThat(refusal(shown)).isEqualTo("EHR-1005");
    assertThat(times(shown).get(0).containsKey("appointment")).isFalse();
    assertThat(times(shown).get(1).getString("appointment")).isEqualTo(appointment);
    assertThat(
            refusal(
                calendar.say(
                    Map.of("act", "CALL_OFF", "appointment", appointment, "reason", "I am ill."))))
        .isEqualTo("EHR-1005");
    assertThat(refusal(calendar.callOff(appointment, now, " "))).isEqualTo("EHR-1004");
    assertThat(disclosures()).isEqualTo(told);
    assertThat(patient.look().getJsonArray("appointments").getJsonObject(0).getString("state"))
        .isEqualTo("BOOKED");
    assertThat(calendar.callOff(appointment, now, "I am ill.").containsKey("refused")).isFalse();
    assertThat(disclosures()).hasSizeGreaterThan(told.size());
  }

  /** The time is looked at under the lock as well: she may move it after it was looked at. */
  @Test
  void callingOff_shouldLookAtTheTime_underTheLock() throws Exception {
    registrarOffers(0, tomorrow, 2);
    String appointment = book("Dr. 1");
    String before = times(calendar.look()).get(0).getString("slot");
    patient.move(appointment, times(calendar.look()).get(1).getString("slot"));
    Caller caller = clinic.as(clinic.doctors.get(0), () -> clinic.bean(Callers.class).current());
    refused(
        ErrorCode.CONFLICT,
        () ->
            clinic
                .bean(DoctorDesk.class)
                .callOff(caller, new CallingOff(appointment, before, "I am ill.")));
  }

  @Test
  void appointment_shouldStayAsItIs_whenItHasBegun() throws Exception {
    registrarOffers(0, tomorrow, 1);
    String appointment = book("Dr. 1");
    String slot = times(calendar.look()).get(0).getString("slot");
    clinic.later(
        Duration.between(clinic.container.clock().instant(), tomorrow.toInstant(ZoneOffset.UTC))
            .plusSeconds(1));
    ProvingPerson.Conversation later = doctor.agree();
    assertThat(refusal(later.callOff(appointment, slot, "Ill."))).isEqualTo("EHR-3308");
    assertThat(times(later.look())).isEmpty();
  }

  /** The policy itself, whatever asks it: a doctor whom the patient does not come to. */
  @Test
  void decision_shouldBeForWhoThePatientComesTo_whileItIsToCome() throws Exception {
    registrarOffers(0, tomorrow, 1);
    assertThat(decision(0)).isEqualTo(Decision.DENY);
    String appointment = book("Dr. 1");
    assertThat(decision(0)).isEqualTo(Decision.PERMIT);
    assertThat(decision(1)).isEqualTo(Decision.DENY);
    patient.cancel(appointment);
    assertThat(decision(0)).isEqualTo(Decision.DENY);
  }

  private Decision decision(int index) throws Exception {
    return clinic.as(
        clinic.doctors.get(index),
        () ->
            clinic
                .bean(AccessDecisions.class)
                .decide(
                    clinic.bean(Callers.class).current(),
                    Act.OFFER_APPOINTMENTS,
                    new Subject(
                        SubjectKind.PATIENT, clinic.patientId.toString(), Clinic.HOSPITAL)));
  }
}
