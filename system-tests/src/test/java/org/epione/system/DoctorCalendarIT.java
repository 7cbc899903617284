package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.Stage;
import org.epione.demo.client.Appointments;
import org.epione.demo.client.RegistrarDesk;
import org.epione.demo.client.TreatmentAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A doctor's calendar in browsers, from the setting of the appointment password to an appointment
 * that she calls off, signed in and not.
 */
class DoctorCalendarIT {
  private static final String HOSPITAL = "HOSPITAL-A";
  private static final String DOCTOR = "ottilie.brandt";
  private static final String DOCTOR_NAME = "Ottilie Brandt";
  private static final String PATIENT = "veronica.madrigal";
  private static final String CARD = "A-10005";
  private static final String PASSWORD = "seven blue herons";
  private static final String PATIENTS_PASSWORD = "nine quiet ponds";
  private static final String REASON = "Numb fingers in the morning";
  private static final String NOTE = "I am called to another house. Please choose another time.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final CryptoSuite crypto = CryptoSuite.create(new SecureRandomSource());

  @Test
  void calendar_shouldBeKept_fromThePasswordToTheAppointmentCalledOff() {
    List<String> sent = new ArrayList<>();
    enrolDoctor();
    patientCanBook();
    setPassword();
    offer(sent);
    book();
    keepByUserName(sent);
    assertThat(sent).isNotEmpty().noneMatch(body -> body.contains(PASSWORD));
    assertThat(sent).noneMatch(body -> body.contains(REASON) || body.contains(NOTE));
    assertThat(asPatient(TreatmentAgreement::look).own())
        .extracting(Appointments.Own::state)
        .containsExactly("CALLED_OFF");
  }

  /** Of this test alone: other tests offer times of the others, and book them. */
  private void enrolDoctor() {
    new OwnDoctor(world, DOCTOR, DOCTOR_NAME, "Neurology").enrol();
  }

  private void patientCanBook() {
    RegistrarDesk desk = stage.registrar(world.data().hospital(HOSPITAL));
    String id = desk.patient(CARD).orElseThrow().id();
    stage.activate(PATIENT, "patient", () -> desk.patientCode(id));
    stage
        .patient(PATIENT)
        .setAppointmentPassword(crypto, PATIENTS_PASSWORD, stage.password(PATIENT));
  }

  private <T> T asPatient(Function<TreatmentAgreement, T> work) {
    try (TreatmentAgreement agreement =
        TreatmentAgreement.of(stage.portal(), crypto, HOSPITAL, CARD, PATIENTS_PASSWORD)) {
      return work.apply(agreement);
    }
  }

  private void setPassword() {
    try (BrowserVisit visit = BROWSERS.as(world, DOCTOR)) {
      visit.open("doctor/appointments.xhtml");
      assertThat(visit.text()).contains("You have none yet").contains("user name");
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-calendar-1-no-password");
      String portal = stage.password(DOCTOR);
      AppointmentSteps.fillPassword(visit, portal, portal);
      visit.press("settingSubmit");
      assertThat(visit.element("settingFailed").innerText())
          .contains("Choose another than the password that you sign in with");
      AppointmentSteps.setPassword(visit, PASSWORD, portal);
      assertThat(visit.element("settingState").innerText()).contains(DOCTOR);
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-calendar-2-password-set");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void offer(List<String> sent) {
    try (BrowserVisit visit = BROWSERS.as(world, DOCTOR)) {
      AppointmentSteps.record(visit, sent);
      visit.open("doctor/appointments.xhtml");
      AppointmentSteps.prove(visit, PASSWORD);
      visit.element("deskWho").waitFor();
      assertThat(visit.element("deskWho").innerText()).contains(DOCTOR_NAME);
      assertThat(visit.element("ownNone").isVisible()).isTrue();
      assertThat(visit.element("ownNone").innerText()).contains("No time of yours is offered");
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-calendar-3-empty");
      visit.press("offerSubmit");
      assertThat(visit.element("offerFailed").innerText()).contains("when the first begins");
      visit
          .element("offerStart")
          .fill(AppointmentSteps.time(AppointmentSteps.tomorrow(11).minusDays(5)));
      visit.element("offerNumber").fill("3");
      visit.element("offerPlace").fill("House C, room 3");
      visit.press("offerSubmit");
      assertThat(visit.element("deskFailed").innerText()).contains("EHR-3307").contains("past");
      visit.element("offerStart").fill(AppointmentSteps.time(AppointmentSteps.tomorrow(11)));
      AppointmentSteps.answerGetsLostOnce(visit);
      visit.press("offerSubmit");
      visit.element("deskSaid").locator("text=Offered").waitFor();
      assertThat(AppointmentSteps.rows(visit).count()).as("sent twice, offered once").isEqualTo(3);
      assertThat(visit.element("own").innerText()).contains("11:40").contains("House C, room 3");
      assertThat(visit.element("offerStart").inputValue()).isEmpty();
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-calendar-4-offered");
    }
  }

  private void book() {
    Appointments told =
        asPatient(
            agreement -> agreement.book(agreement.look().free(DOCTOR_NAME).get(0).slot(), REASON));
    assertThat(told.refused()).isEmpty();
  }

  /** Not signed in, by user name; with a wrong password and an unknown name on the way. */
  private void keepByUserName(List<String> sent) {
    try (BrowserVisit visit = BROWSERS.visit(world.installation());
        BrowserVisit other = BROWSERS.visit(world.installation())) {
      AppointmentSteps.record(visit, sent);
      visit.open("sign-in.xhtml");
      visit.page().locator("a", new Page.LocatorOptions().setHasText("as a doctor")).click();
      visit.settle();
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-calendar-5-outside");
      visit.element("proofAccount").fill(DOCTOR);
      String wrong = AppointmentSteps.refusal(visit, "eight blue herons");
      visit.element("proofAccount").fill("nobody.at.all");
      assertThat(AppointmentSteps.refusal(visit, PASSWORD))
          .as("an unknown name looks the same")
          .isEqualTo(wrong);
      visit.picture("doctor-calendar-6-refused");
      visit.element("proofAccount").fill(" Ottilie.BRANDT ");
      AppointmentSteps.prove(visit, PASSWORD);
      visit.element("deskWho").waitFor();
      assertThat(visit.element("own").innerText()).contains("Madrigal").contains(REASON);
      assertThat(visit.element("own").innerText()).doesNotContain(CARD);
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-calendar-7-who-comes");
      takeBackInTwoWindows(visit, other);
      callOff(visit);
      visit.press("deskFinish");
      assertThat(visit.element("own").innerText()).isEmpty();
      assertThat(visit.element("deskSaid").innerText()).contains("forgotten the key");
      assertThat(visit.element("desk").isVisible()).isFalse();
    }
  }

  private static void takeBackInTwoWindows(BrowserVisit visit, BrowserVisit other) {
    other.open("calendar.xhtml");
    other.element("proofAccount").fill(DOCTOR);
    AppointmentSteps.prove(other, PASSWORD);
    other.element("deskWho").waitFor();
    visit
        .element("own")
        .locator("button:visible", AppointmentSteps.named("Take back"))
        .last()
        .click();
    assertThat(visit.element("ask").innerText()).contains("11:40");
    assertThat(visit.violations()).isEmpty();
    visit.picture("doctor-calendar-8-take-back");
    visit.element("askYes").dblclick();
    visit.element("deskSaid").locator("text=taken back").waitFor();
    assertThat(AppointmentSteps.rows(visit).count()).isEqualTo(2);
    assertThat(AppointmentSteps.rows(other).count()).as("not looked at since").isEqualTo(3);
    other
        .element("own")
        .locator("button:visible", AppointmentSteps.named("Take back"))
        .last()
        .click();
    other.press("askYes");
    assertThat(other.element("deskFailed").innerText()).contains("EHR-1003");
    assertThat(AppointmentSteps.rows(other).count()).as("as it is now").isEqualTo(2);
    other.press("deskFinish");
  }

  private static void callOff(BrowserVisit visit) {
    visit.element("own").locator("button:visible", AppointmentSteps.named("Call off")).click();
    visit.press("askYes");
    assertThat(visit.element("askFailed").innerText()).contains("for the patient");
    visit.element("askReason").fill(NOTE);
    assertThat(visit.violations()).isEmpty();
    visit.picture("doctor-calendar-9-call-off");
    visit.element("askYes").click();
    visit.element("deskSaid").locator("text=The patient is told").waitFor();
    assertThat(visit.element("own").innerText()).doesNotContain("Madrigal");
    assertThat(AppointmentSteps.rows(visit).count()).isEqualTo(1);
    visit.picture("doctor-calendar-10-called-off");
  }
}
