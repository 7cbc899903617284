package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.epione.demo.DemonstrationData;
import org.epione.demo.SameSymptom;
import org.epione.demo.Stage;
import org.epione.demo.client.RegistrarDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Three patients of two hospitals look for others in their browsers: two with the same symptom meet
 * and write to each other, the third finds nobody.
 */
class MatchingIT {
  private static final String ANN = "susana.estevez";
  private static final String OTHER = "ken.barton";
  private static final String BOB = "bob.of.b";
  private static final String BOBS_PASSWORD = "one two three four";
  private static final String BOBS_NUMBER = "B-20001";
  private static final String MATCHING_PASSWORD = "four green hills";
  private static final String COUGH = "Cough";
  private static final String CODE = "HP:0012735";
  private static final String HELLO = "Hello, since when do you have it?";
  private static final String ANSWER = "Since spring, mostly at night.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final List<String> sent = new ArrayList<>();

  @Test
  void patients_shouldMeetAndWrite_whenTheirBrowsersFindTheSameSymptom() {
    activateBob();
    try (BrowserVisit ann = BROWSERS.as(world, ANN);
        BrowserVisit bob = BROWSERS.visit(world.installation());
        BrowserVisit other = BROWSERS.as(world, OTHER)) {
      bob.signIn(BOB, BOBS_PASSWORD);
      firstSteps(ann);
      look(ann, stage.password(ANN), COUGH);
      choosePassword(bob, BOBS_PASSWORD);
      look(bob, BOBS_PASSWORD, CODE);
      choosePassword(other, stage.password(OTHER));
      look(other, stage.password(OTHER), "Fever");
      found(ann).waitFor();
      found(bob).waitFor();
      // The third was compared with both by now, and has nobody.
      other.element("searchCompared").locator("text=2 of 40").waitFor();
      bob.element("searchCompared").locator("text=2 of 40").waitFor();
      ann.element("searchCompared").locator("text=2 of 40").waitFor();
      assertThat(other.element("matchesNone").isVisible()).isTrue();
      assertThat(ann.element("matches").locator("article").count()).isEqualTo(1);
      other.picture("matching-5-nobody");
      agree(ann, bob);
      write(ann, bob);
      report(ann);
      leave(ann, bob);
      comeBack(bob);
      startOver(ann);
      block(ann, bob);
      neverTogetherAgain(ann, bob, other);
      for (BrowserVisit each : List.of(ann, bob, other)) {
        assertThat(each.complaints()).isEmpty();
      }
    }
    assertThat(sent).isNotEmpty();
    for (String secret : List.of(CODE, COUGH, "Fever", HELLO, ANSWER, MATCHING_PASSWORD)) {
      assertThat(sent).noneMatch(body -> body.contains(secret));
    }
  }

  private void activateBob() {
    RegistrarDesk desk = stage.registrar(world.data().hospital("HOSPITAL-B"));
    String id = desk.patient(BOBS_NUMBER).orElseThrow().id();
    desk.patientCode(id).ifPresent(code -> stage.portal().activate(code, BOB, BOBS_PASSWORD));
  }

  private void record(BrowserVisit visit) {
    visit
        .page()
        .onRequest(
            request -> {
              if (request.url().contains("/api/matching")) {
                sent.add(request.url() + " " + body(request));
              }
            });
  }

  private static String body(Request request) {
    return request.postData() == null ? "" : request.postData();
  }

  private void firstSteps(BrowserVisit visit) {
    record(visit);
    visit.open("patient/matching.xhtml");
    assertThat(visit.text()).contains("How it works");
    assertThat(visit.violations()).isEmpty();
    visit.picture("matching-1-no-password");
    visit.element("chooseNew").fill("short");
    visit.element("chooseSubmit").click();
    assertThat(visit.element("failed").innerText()).contains("10 characters");
    visit.element("chooseNew").fill(stage.password(ANN));
    visit.element("chooseRepeat").fill(stage.password(ANN));
    visit.element("chooseAccount").fill(stage.password(ANN));
    visit.element("chooseSubmit").click();
    assertThat(visit.element("failed").innerText()).contains("must not be your portal password");
    choose(visit, stage.password(ANN));
    visit.element("beginSymptom").fill("something else");
    visit.element("beginSubmit").click();
    assertThat(visit.element("failed").innerText()).contains("from the list");
    visit.element("beginSymptom").fill(COUGH);
    visit.element("beginSubmit").click();
    assertThat(visit.element("failed").innerText()).contains("tick the box");
    assertThat(visit.violations()).isEmpty();
    visit.picture("matching-2-begin");
  }

  private void choosePassword(BrowserVisit visit, String account) {
    record(visit);
    visit.open("patient/matching.xhtml");
    choose(visit, account);
  }

  private static void choose(BrowserVisit visit, String account) {
    visit.element("chooseNew").fill(MATCHING_PASSWORD);
    visit.element("chooseRepeat").fill(MATCHING_PASSWORD);
    visit.element("chooseAccount").fill(account);
    visit.element("chooseSubmit").dblclick();
    visit.element("begin").waitFor();
    assertThat(visit.element("chooseNew").inputValue()).isEmpty();
  }

  private static void look(BrowserVisit visit, String account, String symptom) {
    visit.element("beginSymptom").fill(symptom);
    visit.element("beginAgreed").check();
    visit.element("beginAccount").fill(account);
    visit.element("beginSubmit").dblclick();
    visit.element("search").waitFor();
    assertThat(visit.element("searchReach").innerText()).isEqualTo("all hospitals");
  }

  private static Locator found(BrowserVisit visit) {
    return visit
        .element("matches")
        .locator(
            "[data-when=found]:visible",
            new Locator.LocatorOptions().setHasText("Somebody with the same symptom is there"));
  }

  private static Locator button(BrowserVisit visit, String text) {
    return visit
        .element("matches")
        .locator("button:visible", new Locator.LocatorOptions().setHasText(text));
  }

  private static void agree(BrowserVisit ann, BrowserVisit bob) {
    assertThat(ann.element("searchSymptom").innerText()).isEqualTo(COUGH);
    assertThat(ann.violations()).isEmpty();
    ann.picture("matching-3-found");
    button(ann, "Yes, write").click();
    ann.element("matches").locator("text=you will not be told of a no").waitFor();
    ann.picture("matching-4-waiting");
    // Bob is asked as before; he is not told.
    assertThat(found(bob).isVisible()).isTrue();
    assertThat(bob.element("matches").innerText()).doesNotContain("said yes");
    button(bob, "Yes, write").click();
    for (BrowserVisit each : List.of(ann, bob)) {
      each.element("matches").locator("text=Write the first message").waitFor();
      assertThat(each.text()).contains("Both of you said yes").doesNotContain("as soon as");
    }
  }

  private static void write(BrowserVisit ann, BrowserVisit bob) {
    say(ann, HELLO);
    bob.element("matches").locator("text=" + HELLO).waitFor();
    say(bob, ANSWER);
    ann.element("matches").locator("text=" + ANSWER).waitFor();
    assertThat(ann.violations()).isEmpty();
    ann.picture("matching-6-conversation");
  }

  private static void say(BrowserVisit visit, String text) {
    Locator field = visit.element("matches").locator("textarea");
    field.fill(text);
    button(visit, "Send").dblclick();
    visit
        .element("matches")
        .locator("li p", new Locator.LocatorOptions().setHasText(text))
        .waitFor();
    assertThat(
            visit
                .element("matches")
                .locator("li", new Locator.LocatorOptions().setHasText(text))
                .count())
        .as("pressed twice")
        .isEqualTo(1);
  }

  private void report(BrowserVisit ann) {
    button(ann, "Report").click();
    ann.element("askedYes").click();
    assertThat(ann.element("askedFailed").innerText()).contains("Say what is wrong");
    ann.element("askedReason").fill("Wants to sell me something");
    ann.element("askedAccount").fill(stage.password(ANN));
    assertThat(ann.violations()).isEmpty();
    ann.picture("matching-11-report");
    ann.element("askedYes").dblclick();
    ann.element("said").locator("text=looks into it").waitFor();
    try (BrowserVisit administrator = BROWSERS.as(world, Role.ADMINISTRATOR.userName())) {
      administrator.open("administrator/conversations.xhtml");
      assertThat(administrator.text()).contains("Susana").doesNotContain(HELLO);
      administrator.page().locator("button[id$=look]").first().click();
      administrator.element("report").locator("text=" + ANSWER).waitFor();
      assertThat(administrator.text()).contains(HELLO).contains("sell me").doesNotContain(COUGH);
      assertThat(administrator.violations()).isEmpty();
      administrator.picture("matching-12-reported");
      administrator.element("report:note").fill("Spoke with her; she blocks the other.");
      administrator.press("report:close");
      assertThat(administrator.text()).contains("Closed");
      assertThat(administrator.complaints()).isEmpty();
    }
  }

  private static void leave(BrowserVisit ann, BrowserVisit bob) {
    button(ann, "Leave").click();
    assertThat(ann.violations()).isEmpty();
    ann.picture("matching-7-leave");
    ann.element("askedYes").click();
    ann.element("matches").locator("text=You left this conversation").waitFor();
    bob.element("matches").locator("text=The other left this conversation").waitFor();
    assertThat(bob.element("matches").locator("textarea").isVisible()).isFalse();
    bob.picture("matching-8-left");
  }

  /** Reloaded, the page is locked; with the password, what was written is there again. */
  private static void comeBack(BrowserVisit bob) {
    bob.open("patient/matching.xhtml");
    assertThat(bob.text()).doesNotContain(HELLO).doesNotContain(COUGH);
    assertThat(bob.violations()).isEmpty();
    bob.picture("matching-9-locked");
    bob.element("unlockPassword").fill("five green hills");
    bob.element("unlockSubmit").click();
    bob.element("failed").locator("text=not your matching password").waitFor();
    bob.element("unlockPassword").fill(MATCHING_PASSWORD);
    bob.element("unlockSubmit").click();
    bob.element("matches").locator("text=" + HELLO).waitFor();
    assertThat(bob.element("searchSymptom").innerText()).isEqualTo(COUGH);
    stop(bob);
    assertThat(bob.element("matches").innerText()).contains(HELLO);
    bob.picture("matching-10-stopped");
  }

  /** Without the matching password nothing opens any more: all is deleted, and begins anew. */
  private void startOver(BrowserVisit ann) {
    ann.open("patient/matching.xhtml");
    ann.element("unlockOver").click();
    assertThat(ann.element("asked").innerText()).contains("Without the password");
    assertThat(ann.violations()).isEmpty();
    ann.picture("matching-13-start-over");
    ann.element("askedYes").click();
    assertThat(ann.element("askedFailed").innerText()).contains("your portal password");
    ann.element("askedAccount").fill(stage.password(ANN));
    ann.element("askedYes").dblclick();
    ann.element("choose").waitFor();
    ann.settle();
    choose(ann, stage.password(ANN));
    assertThat(ann.element("matchesNone").isVisible()).isTrue();
    assertThat(ann.text()).doesNotContain(HELLO);
    ann.picture("matching-14-started-over");
  }

  /** New searches bring the two together again, as nobody blocked the other; now one does. */
  private void block(BrowserVisit ann, BrowserVisit bob) {
    look(ann, stage.password(ANN), COUGH);
    look(bob, BOBS_PASSWORD, COUGH);
    for (BrowserVisit each : List.of(ann, bob)) {
      found(each).waitFor();
      button(each, "Yes, write").click();
    }
    for (BrowserVisit each : List.of(ann, bob)) {
      latest(each).locator("text=Write the first message").waitFor();
    }
    assertThat(bob.text()).as("the one that she left is there").contains(HELLO);
    latest(bob).locator("[data-act=block]").click();
    assertThat(bob.element("asked").innerText()).contains("never brought together again");
    assertThat(bob.violations()).isEmpty();
    bob.picture("matching-15-block");
    bob.element("askedYes").dblclick();
    bob.element("said").locator("text=will not be brought together").waitFor();
    latest(bob).locator("text=You left this conversation").waitFor();
    latest(ann).locator("text=The other left this conversation").waitFor();
    assertThat(ann.text()).as("nobody is told of a block").doesNotContain("brought together");
    assertThat(button(ann, "Send").count()).isZero();
    assertThat(latest(ann).innerText()).doesNotContain("Write the first message");
    ann.picture("matching-16-blocked");
  }

  /** Whom both of them find has the symptom as well; by then, they were not found by each other. */
  private void neverTogetherAgain(BrowserVisit ann, BrowserVisit bob, BrowserVisit other) {
    for (BrowserVisit each : List.of(ann, bob, other)) {
      stop(each);
    }
    look(ann, stage.password(ANN), COUGH);
    look(bob, BOBS_PASSWORD, COUGH);
    look(other, stage.password(OTHER), COUGH);
    found(ann).waitFor();
    found(bob).waitFor();
    found(other).nth(1).waitFor();
    assertThat(found(other).count()).as("both of them").isEqualTo(2);
    assertThat(found(ann).count()).as("only the third").isEqualTo(1);
    assertThat(found(bob).count()).as("only the third").isEqualTo(1);
    other.picture("matching-17-found-two");
  }

  private static Locator latest(BrowserVisit visit) {
    return visit.element("matches").locator("article").last();
  }

  private static void stop(BrowserVisit visit) {
    visit.element("searchStop").click();
    visit.element("askedYes").click();
    visit.element("said").locator("text=You look no more").waitFor();
    visit.element("begin").waitFor();
  }

  /** The demonstration's client was written from docs/formats.md, and the page by itself. */
  @Test
  void conversation_shouldOpenInThePage_whenAnotherClientHadIt() {
    DemonstrationData.Meeting meeting = world.stage().data().meeting();
    for (String number : meeting.patients()) {
      DemonstrationData.Patient patient = world.stage().data().patient(number);
      try (BrowserVisit visit = BROWSERS.as(world, patient.userName())) {
        visit.open("patient/matching.xhtml");
        visit
            .element("unlockPassword")
            .fill(world.stage().secondPassword(patient, SameSymptom.PASSWORD));
        visit.element("unlockSubmit").click();
        visit.element("matches").locator("text=" + meeting.hello()).waitFor();
        visit.element("matches").locator("text=" + meeting.answer()).waitFor();
        visit.picture("matching-11-from-the-demonstration");
        assertThat(visit.complaints()).isEmpty();
      }
    }
  }
}
