package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.epione.demo.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Appointments in browsers: what the browser does of SPAKE2+ meets the hospital's side, from the
 * setting of the password to the appointment that is moved and called off.
 */
class AppointmentIT {
  private static final String PATIENT = "ken.barton";
  private static final String CARD = "A-10001";
  private static final String REGISTRAR = "samuel.oyelaran";
  private static final String DOCTOR = "Kwame Lindqvist";
  private static final String OTHER_PATIENT = "susana.estevez";
  private static final String OTHER_DOCTOR = "Leila Castellanos";
  private static final String PASSWORD = "four green hills";
  private static final String REASON = "Pressure in the chest when climbing stairs";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void appointment_shouldBeMade_fromThePasswordToTheEpisode() {
    List<String> sent = new ArrayList<>();
    setPassword(sent);
    offer(AppointmentSteps.tomorrow(9), 4);
    book(sent);
    assertThat(sent).isNotEmpty().noneMatch(body -> body.contains(PASSWORD));
    assertThat(sent).noneMatch(body -> body.contains(REASON));
    seeAsRegistrar();
    moveByCard();
    callOff();
    remindedAndCancelled();
  }

  private void setPassword(List<String> sent) {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      AppointmentSteps.record(visit, sent);
      visit.open("patient/appointments.xhtml");
      assertThat(visit.text()).contains("You have none yet");
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-1-no-password");
      visit.element("settingNew").fill("short");
      visit.press("settingSubmit");
      assertThat(visit.element("settingFailed").innerText()).contains("10 characters");
      visit.element("settingNew").fill(PASSWORD);
      visit.element("settingRepeat").fill(PASSWORD + "!");
      visit.press("settingSubmit");
      assertThat(visit.element("settingFailed").innerText()).contains("not the same");
      AppointmentSteps.setPassword(visit, PASSWORD, stage.password(PATIENT));
      assertThat(visit.element("settingState").innerText()).contains(CARD);
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-2-password-set");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void offer(LocalDateTime start, int number) {
    try (BrowserVisit visit = BROWSERS.as(world, REGISTRAR)) {
      visit.open("registrar/appointments.xhtml");
      visit
          .element("offer:doctor")
          .selectOption(
              visit
                  .element("offer:doctor")
                  .locator("option", AppointmentSteps.named(DOCTOR))
                  .getAttribute("value"));
      visit.element("offer:start").fill(AppointmentSteps.time(start));
      visit.element("offer:number").fill("" + number);
      visit.element("offer:place").fill("House B, room 12");
      visit.press("offer:submit");
      assertThat(visit.text()).contains("times are offered").contains("Free");
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-3-offered");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void book(List<String> sent) {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      AppointmentSteps.record(visit, sent);
      visit.open("patient/appointments.xhtml");
      AppointmentSteps.prove(visit, PASSWORD);
      visit.element("proofWorking").waitFor();
      visit.picture("appointment-4-working");
      visit.element("deskWho").waitFor();
      assertThat(visit.element("deskWho").innerText()).contains("Ken Barton");
      assertThat(visit.element("proofPassword").inputValue()).isEmpty();
      assertThat(offers(visit).count()).isEqualTo(4);
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-5-times");
      offers(visit).first().click();
      visit.press("askYes");
      assertThat(visit.element("askFailed").innerText()).contains("Say in a few words");
      visit.element("askReason").fill(REASON);
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-6-asked");
      visit.element("askYes").dblclick();
      visit.element("deskSaid").locator("text=Booked").waitFor();
      assertThat(visit.element("own").innerText()).contains(DOCTOR).contains(REASON);
      assertThat(AppointmentSteps.rows(visit).count()).as("pressed twice").isEqualTo(1);
      assertThat(visit.element("own").innerText()).doesNotContain("Called off");
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-7-booked");
      visit.page().goBack();
      visit.page().goForward();
      visit.settle();
      assertThat(visit.element("desk").isVisible()).as("the key is gone").isFalse();
      assertThat(visit.element("proofPassword").inputValue()).isEmpty();
      visit.open("patient/requests.xhtml");
      assertThat(visit.element("reminders").innerText()).contains("9:00").contains("UTC");
      assertThat(visit.element("reminders").innerText()).doesNotContain(DOCTOR);
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-8-reminder");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  /** Those of this test's doctor. */
  private static Locator offers(BrowserVisit visit) {
    return offers(visit, DOCTOR);
  }

  private static Locator offers(BrowserVisit visit, String doctor) {
    return visit.element("offers").locator("li", AppointmentSteps.named(doctor)).locator("button");
  }

  /** The row of the patient's appointment. */
  private static Locator booked(BrowserVisit visit) {
    return visit.page().locator("main tr", new Page.LocatorOptions().setHasText("Ken Barton"));
  }

  private void seeAsRegistrar() {
    try (BrowserVisit visit = BROWSERS.as(world, REGISTRAR)) {
      visit.open("registrar/appointments.xhtml");
      assertThat(visit.text()).contains("Ken Barton").contains(CARD).contains(REASON);
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-9-registrar");
      booked(visit).locator("a", AppointmentSteps.named("Open episode")).click();
      visit.settle();
      assertThat(visit.page().url()).doesNotContain("Ken").doesNotContain("chest");
      assertThat(visit.text()).contains("Barton").contains(DOCTOR);
      assertThat(visit.page().locator("textarea").first().inputValue()).isEqualTo(REASON);
      visit.picture("appointment-10-open-episode");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  /** Not signed in, by card number; with a wrong password and an unknown card on the way. */
  private void moveByCard() {
    try (BrowserVisit visit = BROWSERS.visit(world.installation())) {
      visit.open("sign-in.xhtml");
      visit.page().locator("a", new Page.LocatorOptions().setHasText("hospital card")).click();
      visit.settle();
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-11-outside");
      visit.element("proofAccount").fill(CARD);
      String wrong = AppointmentSteps.refusal(visit, "five green hills");
      visit.element("proofAccount").fill("A-99999");
      assertThat(AppointmentSteps.refusal(visit, PASSWORD))
          .as("an unknown card looks the same")
          .isEqualTo(wrong);
      visit.picture("appointment-12-refused");
      visit.element("proofAccount").fill(CARD);
      AppointmentSteps.prove(visit, PASSWORD);
      visit.element("own").locator("button", AppointmentSteps.named("Move")).click();
      assertThat(visit.element("movingText").innerText()).contains("09:00");
      offers(visit).last().click();
      assertThat(visit.element("ask").innerText()).contains("09:00").contains("10:00");
      visit.picture("appointment-13-move");
      AppointmentSteps.answerGetsLostOnce(visit);
      visit.element("askYes").click();
      visit.element("deskSaid").locator("text=Moved").waitFor();
      assertThat(visit.element("own").innerText()).contains("10:00–10:20");
      assertThat(AppointmentSteps.rows(visit).count()).isEqualTo(1);
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-14-moved");
      visit.press("deskFinish");
      assertThat(visit.element("own").innerText()).isEmpty();
      assertThat(visit.element("deskSaid").innerText()).contains("forgotten the key");
    }
  }

  private void callOff() {
    try (BrowserVisit visit = BROWSERS.as(world, REGISTRAR)) {
      visit.open("registrar/appointments.xhtml");
      booked(visit).locator("button[id$=callOff]").click();
      visit.element("callOffForm:note").fill("The doctor is ill. Please choose another time.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-15-call-off");
      visit.press("callOffForm:submit");
      assertThat(visit.text()).contains("The patient is told").doesNotContain("Ken Barton");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void remindedAndCancelled() {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/requests.xhtml");
      assertThat(visit.element("reminders").innerText()).contains("called off by the hospital");
      visit.picture("appointment-16-told");
      visit.open("patient/appointments.xhtml");
      AppointmentSteps.prove(visit, PASSWORD);
      visit.element("own").locator("text=The doctor is ill").waitFor();
      offers(visit).first().click();
      visit.element("askReason").fill(REASON);
      visit.element("askYes").click();
      visit.element("deskSaid").locator("text=Booked").waitFor();
      visit.picture("appointment-17-again");
      visit
          .element("own")
          .locator("button:visible", AppointmentSteps.named("Cancel appointment"))
          .click();
      visit.picture("appointment-18-cancel");
      visit.element("askYes").click();
      visit.element("deskSaid").locator("text=cancelled").waitFor();
      assertThat(AppointmentSteps.rows(visit).count()).as("the one called off").isEqualTo(1);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void text_shouldBeKept_whenTheKeyEndsWhileItIsWritten() {
    String text = "Written before the key ended";
    try (BrowserVisit visit = BROWSERS.as(world, OTHER_PATIENT)) {
      List<String> asked = new ArrayList<>();
      visit.page().onRequest(request -> asked.add(request.url()));
      visit.open("patient/appointments.xhtml");
      AppointmentSteps.setPassword(visit, PASSWORD, stage.password(OTHER_PATIENT));
      offerByRest();
      visit.open("patient/appointments.xhtml");
      AppointmentSteps.prove(visit, PASSWORD);
      visit.element("deskWho").waitFor();
      offers(visit, OTHER_DOCTOR).last().click();
      visit.element("askReason").fill(text);
      end(visit, asked);
      visit.element("askYes").click();
      visit.element("deskFailed").locator("text=The time for this has ended").waitFor();
      assertThat(visit.violations()).isEmpty();
      visit.picture("appointment-20-ended");
      AppointmentSteps.prove(visit, PASSWORD);
      visit.element("deskWho").waitFor();
      offers(visit, OTHER_DOCTOR).last().click();
      assertThat(visit.element("askReason").inputValue()).isEqualTo(text);
    }
  }

  /** The hospital forgets the key, as after a quarter of an hour. */
  private static void end(BrowserVisit visit, List<String> asked) {
    String confirmation =
        asked.stream().filter(url -> url.endsWith("/confirmation")).findFirst().orElseThrow();
    visit
        .page()
        .evaluate(
            "url => fetch(url, {method: 'DELETE', headers: {'X-Epione-Request': '1'}})",
            confirmation.replace("/confirmation", ""));
  }

  private void offerByRest() {
    String doctor =
        stage.registrar(world.data().hospital("HOSPITAL-A")).doctors().stream()
            .filter(each -> each.displayName().contains(OTHER_DOCTOR))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(
            Role.REGISTRAR
                .in(stage)
                .ask(
                    "POST",
                    "api/appointment-slots",
                    Json.createObjectBuilder()
                        .add("doctor", doctor)
                        .add("start", AppointmentSteps.tomorrow(15).toString())
                        .add("minutes", 20)
                        .add("number", 3)
                        .add("place", "House C")
                        .build())
                .status())
        .isEqualTo(201);
  }
}
