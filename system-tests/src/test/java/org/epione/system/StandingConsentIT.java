package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import org.epione.demo.Stage;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A patient allows a doctor beforehand to read, in the browser: what fits is answered while she is
 * away, what does not waits for her, and after she took it back nothing opens.
 */
class StandingConsentIT {
  private static final String PATIENT = "ken.barton";
  private static final String DOCTOR = "soraya.bergstrom";
  private static final String NAME = "Soraya Bergström";
  private static final String ANOTHER = "tendai.marchetti";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final Episode episode = world.episode("chest-pain");
  private final RecordSharing sharing = new RecordSharing(stage, DOCTOR, PATIENT, episode);

  @Test
  void request_shouldBeAnsweredOnlyByWhatThePatientAllows_andNotAfterSheTookItBack() {
    allow();
    String answered = send(sharing, "TREAT");
    sharing.reached(answered, "CONSENTED");
    seeThatItWasAllowed();
    String research = send(sharing, "HRESCH");
    sharing.reached(research, "WITH_PATIENT");
    RecordSharing others = new RecordSharing(stage, ANOTHER, PATIENT, episode);
    String another = send(others, "TREAT");
    others.reached(another, "WITH_PATIENT");
    sharing.issue(answered);
    assertThat(sharing.read(answered).state()).isEqualTo("DELIVERED");

    withdraw();
    sharing.reached(answered, "WITHDRAWN");
    DoctorDesk.Reading late = sharing.read(answered);
    assertThat(late.state()).isEqualTo("REFUSED");
    assertThat(late.reason()).contains("CONSENT_WITHDRAWN");
    String after = send(sharing, "TREAT");
    sharing.reached(after, "WITH_PATIENT");
    List.of(research, another, after).forEach(this::refuse);
  }

  private void allow() {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/sharing.xhtml");
      assertThat(visit.violations()).isEmpty();
      visit.press("allow:submit");
      assertThat(visit.element("allow").innerText()).contains("This field is needed");
      visit.choose("allow:doctor", NAME);
      visit.element("allow:password").fill("not-her-password");
      visit.press("allow:submit");
      assertThat(visit.text()).contains("password is wrong");
      assertThat(rules(visit).count()).isZero();
      only(visit);
      visit.element("allow:password").fill(stage.password(PATIENT));
      visit.picture("standing-1-allow");
      visit.element("allow:submit").dblclick();
      visit.settle();
      assertThat(rules(visit).count()).as("once, however often one clicks").isEqualTo(1);
      visit.until(
          "patient/sharing.xhtml",
          () -> rules(visit).count() == 1 && rules(visit).innerText().contains("block"));
      assertThat(rules(visit).innerText())
          .contains(NAME)
          .contains("to treat you")
          .contains(episode.reference())
          .contains("Active");
      assertThat(visit.violations()).isEmpty();
      visit.picture("standing-2-allowed");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  /** The choice of single records appears and disappears. */
  private void only(BrowserVisit visit) {
    visit.element("allow:all").locator(".ui-radiobutton-box").nth(1).click();
    visit.settle();
    assertThat(visit.element("allow:which").innerText()).contains(episode.reference());
    assertThat(visit.violations()).isEmpty();
    visit.element("allow:which").locator(".ui-chkbox-box").first().click();
    visit.picture("standing-1-only-chosen");
    visit.element("allow:all").locator(".ui-radiobutton-box").first().click();
    visit.settle();
  }

  private void seeThatItWasAllowed() {
    try (BrowserVisit visit = BROWSERS.as(world, DOCTOR)) {
      visit.open("doctor/requests.xhtml");
      assertThat(visit.element("mine").innerText())
          .contains("The patient had allowed this beforehand");
      assertThat(visit.violations()).isEmpty();
      visit.picture("standing-3-doctor");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = BROWSERS.as(world, Installation.FIRST_USER)) {
      visit.until(
          "system-manager/re-encryption.xhtml",
          () -> visit.text().contains("allowed beforehand by the patient"));
      assertThat(visit.violations()).isEmpty();
      visit.picture("standing-4-system-manager");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void withdraw() {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/sharing.xhtml");
      assertThat(visit.text()).contains("by what you allow beforehand");
      rules(visit).locator("button[id$=end]").click();
      visit.element("endForm:password").fill("not-her-password");
      visit.press("endForm:submit");
      assertThat(visit.element("endForm").innerText()).contains("password is wrong");
      visit.element("endForm:password").fill(stage.password(PATIENT));
      assertThat(visit.violations()).isEmpty();
      visit.picture("standing-5-withdraw");
      visit.element("endForm:submit").dblclick();
      visit.settle();
      assertThat(rules(visit).innerText()).contains("Withdrawn");
      visit.until("patient/sharing.xhtml", () -> rules(visit).locator("text=block").count() == 2);
      assertThat(visit.violations()).isEmpty();
      visit.picture("standing-6-withdrawn");
      visit.open("patient/disclosures.xhtml");
      assertThat(visit.text()).contains("answered a request by what you allow beforehand");
      visit.picture("standing-7-disclosures");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static Locator rules(BrowserVisit visit) {
    return visit.element("standing").locator("section.ep-panel");
  }

  private String send(RecordSharing from, String purpose) {
    return from.send(purpose, stage.clock().instant().plus(Duration.ofDays(1)));
  }

  private void refuse(String request) {
    stage.patient(PATIENT).refuse(request, stage.password(PATIENT));
  }
}
