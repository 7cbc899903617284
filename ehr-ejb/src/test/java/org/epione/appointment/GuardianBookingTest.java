package org.epione.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.epione.appointment.ProvingPerson.CARD;
import static org.epione.appointment.ProvingPerson.PASSWORD;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.appointment.boundary.AppointmentAccount;
import org.epione.appointment.boundary.AppointmentAgreement;
import org.epione.appointment.boundary.AppointmentOffice;
import org.epione.appointment.boundary.AppointmentPassword;
import org.epione.appointment.boundary.AppointmentReminders;
import org.epione.appointment.boundary.PasswordView;
import org.epione.appointment.boundary.Reminder;
import org.epione.appointment.boundary.SlotOrder;
import org.epione.crypto.scheme.pake.KeyConfirmationFailedException;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.guardian.control.GuardianUpkeep;
import org.epione.guardian.control.MadeGuardianship;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.Clinic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A guardian books for a child, whose account nobody has activated, until the guardianship ends.
 */
class GuardianBookingTest {

  private static final Instant END = Instant.parse("2036-05-03T00:00:00Z");
  private static final String ANOTHER = "seven grey stones";

  @TempDir private Path home;
  private Clinic clinic;
  private Clinic.Person mother;
  private Clinic.Person father;
  private MadeGuardianship mothers;
  private ProvingPerson child;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 1);
    clinic.patientBornOn("2018-05-03");
    clinic.patientsActivated(false);
    mother = clinic.patient("Gail Bell");
    father = clinic.patient("Hal Bell");
    mothers = guardian(mother, END);
    child = new ProvingPerson(clinic);
    clinic.later(Duration.ofMinutes(1));
    child.setAs(mother, PASSWORD);
    clinic.later(Duration.ofMinutes(1));
  }

  private MadeGuardianship guardian(Clinic.Person person, Instant end) {
    return MadeGuardianship.begin(
        clinic.container,
        Clinic.HOSPITAL,
        new Acting(clinic.patient.account(), person.account()),
        Clinic.PASSWORD,
        Clinic.PASSWORD,
        end);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private void offer(int number) throws Exception {
    LocalDateTime tomorrow =
        LocalDateTime.ofInstant(clinic.container.clock().instant(), ZoneOffset.UTC)
            .plusDays(1)
            .withHour(9)
            .withMinute(0)
            .withSecond(0)
            .withNano(0);
    clinic.as(
        clinic.registrar,
        () -> {
          clinic
              .bean(AppointmentOffice.class)
              .offer(
                  new SlotOrder(
                      clinic.doctors.get(0).account().toString(),
                      tomorrow,
                      20,
                      number,
                      "House B, room 12"));
          return number;
        });
  }

  private static String slot(JsonObject state) {
    return state.getJsonArray("offers").getJsonObject(0).getString("slot");
  }

  private static String appointment(JsonObject state) {
    return state.getJsonArray("appointments").getJsonObject(0).getString("appointment");
  }

  private Optional<Instant> setAt(Clinic.Person person) throws Exception {
    return clinic
        .as(person, () -> clinic.bean(AppointmentPassword.class).of(clinic.patient.account()))
        .setAt();
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  /** That the password opens nothing: the hospital does not even have what it belongs to. */
  private void unknown(String password) {
    assertThatThrownBy(() -> child.start(CARD, password).confirmation())
        .isInstanceOf(KeyConfirmationFailedException.class);
  }

  @Test
  void guardian_shouldBookMoveAndCancel_forTheChild() throws Exception {
    offer(2);
    ProvingPerson.Conversation run = child.agree();
    assertThat(run.look().getString("patient")).as("for whom").isEqualTo("Ann Bell");
    JsonObject booked = run.book(slot(run.look()));
    String own = appointment(booked);
    assertThat(
            clinic
                .as(clinic.registrar, () -> clinic.bean(AppointmentOffice.class).appointment(own))
                .booking()
                .orElseThrow()
                .patientId())
        .isEqualTo(clinic.patientId.toString());
    assertThat(appointment(run.move(own, slot(booked)))).isEqualTo(own);
    assertThat(run.cancel(own).getJsonArray("appointments")).isEmpty();
  }

  @Test
  void guardian_shouldBeReminded_ofTheTimeAlone_andForWhom() throws Exception {
    offer(1);
    ProvingPerson.Conversation run = child.agree();
    run.book(slot(run.look()));
    AppointmentReminders reminders = clinic.bean(AppointmentReminders.class);
    assertThat(clinic.as(mother, reminders::mine))
        .extracting(Reminder::ward)
        .containsExactly("Ann Bell");
    assertThat(clinic.as(mother, () -> reminders.of(clinic.patient.account()))).hasSize(1);
    assertThat(clinic.as(mother, () -> reminders.of(mother.account()))).isEmpty();
    assertThat(clinic.as(mother, reminders::waiting)).isEqualTo(1);
    assertThat(clinic.as(father, reminders::mine)).isEmpty();
    assertThat(clinic.as(father, reminders::waiting)).isZero();
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> clinic.as(father, () -> reminders.of(clinic.patient.account())));

    mothers.end();

    assertThat(clinic.as(mother, reminders::mine)).isEmpty();
    assertThat(clinic.as(mother, reminders::waiting)).isZero();
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> clinic.as(mother, () -> reminders.of(clinic.patient.account())));
  }

  @Test
  void guardian_shouldOpenTheLockOfTooManyTries() throws Exception {
    byte[] share = child.start(CARD, "a guess").share;
    AppointmentAgreement hospital = clinic.bean(AppointmentAgreement.class);
    for (int i = 1; i < 10; i++) {
      clinic.later(Duration.ofMinutes(20));
      hospital.start(ProvingPerson.SOURCE, AppointmentAccount.ofCard(Clinic.HOSPITAL, CARD), share);
    }
    clinic.later(Duration.ofMinutes(20));
    refused(ErrorCode.APPOINTMENT_LOCKED, () -> child.start(CARD, PASSWORD));
    child.setAs(mother, ANOTHER);
    child.start(CARD, ANOTHER).confirm();
  }

  /** A guardian of another child, another patient, and whoever has not the password. */
  @Test
  void others_shouldNotSetTheChildsPassword() throws Exception {
    Clinic.Person sibling = clinic.patient("Ida Bell");
    MadeGuardianship.begin(
        clinic.container,
        Clinic.HOSPITAL,
        new Acting(sibling.account(), father.account()),
        Clinic.PASSWORD,
        Clinic.PASSWORD,
        END);
    AppointmentPassword passwords = clinic.bean(AppointmentPassword.class);
    for (Clinic.Person other : List.of(father, sibling)) {
      refused(ErrorCode.ACCESS_DENIED, () -> child.setAs(other, ANOTHER));
      refused(ErrorCode.ACCESS_DENIED, () -> setAt(other));
      refused(
          ErrorCode.ACCESS_DENIED,
          () ->
              clinic.as(
                  other,
                  () -> passwords.remove(clinic.patient.account(), Clinic.PASSWORD.clone())));
    }
    assertThatThrownBy(
            () ->
                clinic.as(
                    mother,
                    () -> passwords.remove(clinic.patient.account(), "not hers".toCharArray())))
        .isInstanceOf(WrongPasswordException.class);
    child.agree();
  }

  @Test
  void password_shouldOpenNothing_onceTheGuardianshipHasEnded() throws Exception {
    ProvingPerson.Run begun = child.start(CARD, PASSWORD);
    ProvingPerson.Conversation agreed = child.agree();
    assertThat(agreed.look().getString("patient")).isEqualTo("Ann Bell");

    mothers.end();

    assertThat(rows()).as("nothing is kept that it belongs to").isZero();
    unknown(PASSWORD);
    refused(ErrorCode.AGREEMENT_REFUSED, begun::confirm);
    refused(ErrorCode.AGREEMENT_OVER, agreed::look);
    refused(ErrorCode.ACCESS_DENIED, () -> child.setAs(mother, PASSWORD));
  }

  @Test
  void password_shouldOpenNothing_fromTheBirthdayOn_thoughNobodyLookedYet() throws Exception {
    clinic.container.clock().set(END.minus(Duration.ofMinutes(1)));
    ProvingPerson.Run begun = child.start(CARD, PASSWORD);
    ProvingPerson.Conversation agreed = child.agree();
    assertThat(agreed.look().getString("patient")).isEqualTo("Ann Bell");

    clinic.container.clock().set(END);

    assertThat(rows()).as("no timer has looked").isEqualTo(1);
    refused(ErrorCode.AGREEMENT_OVER, agreed::look);
    refused(ErrorCode.AGREEMENT_REFUSED, begun::confirm);
    refused(ErrorCode.AGREEMENT_REFUSED, () -> child.start(CARD, PASSWORD).confirm());
    clinic.bean(GuardianUpkeep.class).expire();
    assertThat(rows()).isZero();
    unknown(PASSWORD);
  }

  /**
   * The birth date was wrong: the child is of age, and the guardian's password is worth nothing.
   */
  @Test
  void password_shouldOpenNothing_whenTheBirthDateIsCorrected() throws Exception {
    ProvingPerson.Conversation agreed = child.agree();
    clinic.patientBornOn("2001-05-03");
    refused(ErrorCode.AGREEMENT_OVER, agreed::look);
    refused(ErrorCode.AGREEMENT_REFUSED, () -> child.start(CARD, PASSWORD).confirm());
  }

  @Test
  void password_shouldEnd_withTheOneOfTwoGuardians_andTheOtherSetAnother() throws Exception {
    Instant fathersEnd = clinic.container.clock().instant().plus(Duration.ofDays(10));
    guardian(father, fathersEnd);
    ProvingPerson.Conversation shared = child.agree();
    shared.look();

    // Who knows it from before cannot be told apart from the one who stays.
    clinic.container.clock().set(fathersEnd.plusSeconds(1));

    refused(ErrorCode.AGREEMENT_REFUSED, () -> child.start(CARD, PASSWORD).confirm());
    assertThat(setAt(mother)).as("she is shown that there is none").isEmpty();
    refused(ErrorCode.ACCESS_DENIED, () -> setAt(father));
    child.setAs(mother, ANOTHER);
    assertThat(setAt(mother)).isPresent();
    assertThat(child.start(CARD, ANOTHER).confirm().look().getString("patient"))
        .isEqualTo("Ann Bell");
    unknown(PASSWORD);
  }

  /** Who begins a run before the end confirms nothing by a password that was set afterwards. */
  @Test
  void run_shouldStayWithThePasswordThatItBeganWith() throws Exception {
    guardian(father, END);
    ProvingPerson.Run fathers = child.start(CARD, PASSWORD);
    mothers.end();
    clinic.later(Duration.ofSeconds(10));
    child.setAs(father, ANOTHER);
    refused(ErrorCode.AGREEMENT_REFUSED, fathers::confirm);
    child.start(CARD, ANOTHER).confirm();
  }

  /** Both parents know it: what one sets or removes ends what the other began. */
  @Test
  void runs_shouldEnd_whenTheOtherGuardianSetsOrRemovesIt() throws Exception {
    guardian(father, END);
    clinic.later(Duration.ofMinutes(1));
    child.setAs(mother, PASSWORD);
    ProvingPerson.Begun before = child.begin();
    child.setAs(father, PASSWORD);
    before.isOver();
    before = child.begin();
    child.removeAs(father);
    before.isOver();
  }

  @Test
  void minor_shouldSetHerOwn_onceTheAccountIsHers() throws Exception {
    offer(1);
    ProvingPerson.Conversation run = child.agree();
    run.book(slot(run.look()));
    mothers.end();
    clinic.patientsActivated(true);
    clinic.later(Duration.ofMinutes(1));

    assertThat(setAt(clinic.patient)).isEmpty();
    unknown(PASSWORD);
    child.setPassword(ANOTHER);

    assertThat(child.start(CARD, ANOTHER).confirm().look().getJsonArray("appointments"))
        .as("what was booked stays")
        .hasSize(1);
    PasswordView own =
        clinic.as(
            clinic.patient,
            () -> clinic.bean(AppointmentPassword.class).of(clinic.patient.account()));
    assertThat(own.setAt()).isPresent();
    refused(ErrorCode.ACCESS_DENIED, () -> child.setAs(mother, PASSWORD));
  }

  private int rows() throws Exception {
    try (var connection = clinic.container.dataSource().getConnection();
        var counted =
            connection
                .createStatement()
                .executeQuery("select count(*) from appointment_verifier")) {
      counted.next();
      return counted.getInt(1);
    }
  }
}
