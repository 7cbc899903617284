package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A doctor of another hospital gives her opinion within a team, in browsers, staying at home. */
class OpinionIT {
  private static final String PATIENT = "chris.hegmann";
  private static final String NUMBER = "A-10003";
  private static final String LEAD = "aoife.tanaka";
  private static final String LAST = "kwame.lindqvist";
  private static final List<String> NAMES = List.of("Aoife Tanaka", "Kwame Lindqvist");
  private static final String VISITOR = "tendai.marchetti";
  private static final String VISITOR_NAME = "Tendai Marchetti";
  private static final String QUESTION = "Would you image this back before treating it?";
  private static final String OPINION = "No: treat for six weeks first.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void opinion_shouldBeInTheRecord_whenTheDoctorOfAnotherHospitalSignedInHerInbox() {
    Episode episode = opened();
    turnOf(LEAD, episode);
    String team = "doctor/team.xhtml?id=" + episode.id();
    try (BrowserVisit visit = as(LEAD)) {
      visit.open(team);
      assertThat(visit.violations()).isEmpty();
      visit.choose("opinions:hospital", world.data().hospital("HOSPITAL-B").name());
      visit.element("opinions:name").fill("marchetti, nobody");
      visit.element("opinions:question").fill(QUESTION);
      visit.press("opinions:ask");
      visit.until(team, () -> visit.text().contains("No such doctor there"));
      visit.choose("opinions:hospital", world.data().hospital("HOSPITAL-B").name());
      visit.element("opinions:name").fill(VISITOR_NAME.toLowerCase(Locale.ROOT));
      visit.element("opinions:question").fill(QUESTION);
      visit.press("opinions:ask");
      assertThat(visit.text()).contains("Waits for her answer").contains(QUESTION);
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-opinion-asked");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(VISITOR)) {
      visit.until("doctor/inbox.xhtml", () -> visit.text().contains(episode.reference()));
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-opinion-inbox");
      note(visit, episode).locator("a", containing("Answer")).click();
      visit.settle();
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-opinion-answer");
      visit.element("answer:password").fill("not-her-password");
      visit.press("answer:accept");
      assertThat(visit.text()).contains("password is wrong");
      visit.element("answer:password").fill(stage.password(VISITOR));
      visit.press("answer:accept");
      visit.page().waitForURL(address -> address.contains("inbox"));
      visit.settle();
      assertThat(visit.text()).contains("You agreed");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(LEAD)) {
      visit.until(team, () -> visit.text().contains("Nobody but the patient gives her the place"));
      visit.page().locator("label", named("Put another doctor before that place")).click();
      visit.page().locator("label", named("2. ")).last().click();
      visit.choose("team:doctor", VISITOR_NAME);
      visit.element("team:reason").fill("A second opinion.");
      visit.picture("doctor-opinion-propose");
      visit.press("team:propose");
      assertThat(visit.text()).contains(VISITOR_NAME + " (");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/requests.xhtml");
      Locator panel = visit.page().locator("section.ep-panel", named(episode.reference()));
      assertThat(panel.innerText()).contains(VISITOR_NAME + " (");
      visit.picture("patient-opinion-change");
      panel.locator("button[id$=agree]").click();
      visit.settle();
      visit.element("changeForm:password").fill(stage.password(PATIENT));
      visit.press("changeForm:submit");
      assertThat(visit.text()).contains("You agreed");
    }
    try (BrowserVisit visit = as(LEAD)) {
      visit.until(team, () -> visit.text().contains("In force"));
    }
    stage.doctor(LEAD).sign(episode.id(), "Pain for a week, no red flags.", stage.password(LEAD));
    try (BrowserVisit visit = as(VISITOR)) {
      visit.until("doctor/inbox.xhtml", () -> visit.text().contains("Your turn"));
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-opinion-turn");
      note(visit, episode).locator("a", containing("Open")).click();
      visit.settle();
      assertThat(visit.text())
          .contains("Pain for a week, no red flags.")
          .contains(QUESTION)
          .doesNotContain("Hegmann");
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-opinion");
      visit.element("write:text").fill(OPINION);
      visit.press("write:prepare");
      visit.page().locator("[id='sign']:has-text('Digest of your part')").waitFor();
      assertThat(visit.violations()).isEmpty();
      visit.picture("doctor-opinion-sign");
      visit.element("sign:password").fill(stage.password(VISITOR));
      visit.element("sign:submit").dblclick();
      visit.page().waitForURL(address -> address.contains("inbox"));
      visit.settle();
      assertThat(visit.text()).contains("Signed. Your part is on its way");
      assertThat(visit.complaints()).isEmpty();
    }
    turnOf(LAST, episode);
    try (BrowserVisit visit = as(LAST)) {
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains(OPINION).contains(VISITOR_NAME + " (");
    }
    try (BrowserVisit visit = as(VISITOR)) {
      visit.until("doctor/inbox.xhtml", () -> !visit.text().contains("On its way there"));
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains("EHR-1002").doesNotContain("no red flags");
    }
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/disclosures.xhtml");
      assertThat(visit.text()).contains(VISITOR_NAME + " (");
      visit.picture("patient-opinion-disclosures");
      assertThat(visit.complaints()).isEmpty();
    }
    stage.doctor(LAST).sign(episode.id(), "We wait six weeks.", stage.password(LAST));
    try (BrowserVisit visit = as(world.data().auditor().userName())) {
      visit.until(
          "auditor/episode.xhtml?hospital=HOSPITAL-A&id=" + episode.id(),
          () -> visit.text().contains("Stored with the cloud"));
      assertThat(visit.text()).contains("agreed to give her opinion").contains(VISITOR_NAME + " (");
      visit.picture("auditor-opinion");
    }
  }

  private static Locator note(BrowserVisit visit, Episode episode) {
    return visit.page().locator(".ep-note", named(episode.reference()));
  }

  private Episode opened() {
    var desk = stage.registrar(world.data().hospital("HOSPITAL-A"));
    List<String> doctors =
        NAMES.stream()
            .map(
                name ->
                    desk.doctors().stream()
                        .filter(each -> each.displayName().contains(name))
                        .findFirst()
                        .orElseThrow()
                        .id())
            .toList();
    Episode episode =
        desk.open(desk.patient(NUMBER).orElseThrow().id(), "Back pain", "161891005", doctors);
    stage.patient(PATIENT).signWarrants(episode.id(), stage.password(PATIENT));
    return episode;
  }

  private void turnOf(String doctor, Episode episode) {
    stage
        .waiting()
        .untilTrue(
            "the turn of " + doctor,
            "the episode",
            () -> stage.doctor(doctor).turn(episode.id()).filter(each -> each.ready()).isPresent());
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator.LocatorOptions containing(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private BrowserVisit as(String userName) {
    return BROWSERS.as(world, userName);
  }
}
