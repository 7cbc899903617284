package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A team at work in browsers: returns for correction, and warrants that are withdrawn. */
class TeamworkIT {
  private static final String PATIENT = "chris.hegmann";
  private static final String NUMBER = "A-10003";
  private static final String REGISTRAR = "samuel.oyelaran";
  private static final List<String> TEAM =
      List.of("aoife.tanaka", "kwame.lindqvist", "pradeep.moravec");
  private static final List<String> NAMES =
      List.of("Aoife Tanaka", "Kwame Lindqvist", "Pradeep Moravec");

  private static final String OTHER = "leila.castellanos";
  private static final String OTHER_NAME = "Leila Castellanos";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void signatures_shouldBecomeVoid_whenTheLastDoctorSendsTheTurnBackToTheFirst() {
    Episode episode = opened();
    for (String doctor : TEAM.subList(0, 2)) {
      turnOf(doctor, episode);
      stage.doctor(doctor).sign(episode.id(), "Findings of " + doctor, stage.password(doctor));
    }
    turnOf(TEAM.get(2), episode);
    try (BrowserVisit visit = as(TEAM.get(2))) {
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      visit.press("write:return");
      visit.page().locator("label", named("1. ")).last().click();
      visit.element("return:reason").fill("Which side?");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-1-send-back");
      visit.press("return:send");
      visit.page().waitForURL(address -> address.contains("inbox"));
      visit.settle();
      assertThat(visit.text()).contains("is void").doesNotContain(episode.reference());
      assertThat(visit.complaints()).isEmpty();
    }
    turnOf(TEAM.get(0), episode);
    try (BrowserVisit visit = as(TEAM.get(0))) {
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains("Which side?").contains("sent back by");
      assertThat(visit.element("write:text").inputValue()).isEqualTo("Findings of " + TEAM.get(0));
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-2-came-back");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(REGISTRAR)) {
      visit.open("registrar/episode.xhtml?id=" + episode.id());
      assertThat(visit.text()).contains("1 of at most").contains("Signatures that became void");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-3-void");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void team_shouldStop_whenThePatientWithdrawsAWarrant() {
    Episode episode = opened();
    turnOf(TEAM.get(0), episode);
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/warrants.xhtml");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-4-warrants");
      withdrawButton(visit, episode).focus();
      visit.page().keyboard().press("Enter");
      visit.settle();
      assertThat(visit.element("withdrawForm").innerText())
          .contains(NAMES.get(1))
          .contains("has not signed yet");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-5-withdraw");
      visit.element("withdrawForm:password").fill("not-her-password");
      visit.press("withdrawForm:submit");
      assertThat(visit.element("withdrawForm").innerText()).contains("password is wrong");
      visit.element("withdrawForm:password").fill(stage.password(PATIENT));
      visit.element("withdrawForm:submit").dblclick();
      visit.settle();
      assertThat(panel(visit, episode).innerText()).contains("Withdrawn by you");
      visit.page().reload();
      assertThat(panel(visit, episode).innerText()).contains("Withdrawn by you");
      visit.picture("teamwork-6-withdrawn");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(TEAM.get(0))) {
      visit.open("doctor/inbox.xhtml");
      assertThat(visit.page().locator("tr", named(episode.reference())).innerText())
          .contains("The patient withdrew a warrant");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-7-stopped");
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains("EHR-3018").contains("hand the episode over");
      assertThat(visit.element("write").count()).isZero();
    }
    try (BrowserVisit visit = as(REGISTRAR)) {
      visit.open("registrar/episode.xhtml?id=" + episode.id());
      assertThat(visit.text()).contains("The patient withdrew the warrant, the turn is lost");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-8-hand-over");
      assertThat(visit.page().locator("main a", named("Hand over")).count()).isEqualTo(1);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void team_shouldGoOnWithoutADoctor_whenThePatientAgrees() {
    Episode episode = opened();
    turnOf(TEAM.get(0), episode);
    stage.doctor(TEAM.get(0)).sign(episode.id(), "Findings", stage.password(TEAM.get(0)));
    turnOf(TEAM.get(1), episode);
    try (BrowserVisit visit = as(TEAM.get(0))) {
      visit.open("doctor/inbox.xhtml");
      assertThat(panel(visit, episode).innerText()).contains(NAMES.get(1)).contains("Has the turn");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-10-led");
      panel(visit, episode)
          .locator("a", new Locator.LocatorOptions().setHasText("Change the team"))
          .click();
      visit.settle();
      visit.element("team:reason").fill("On leave until Monday.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-11-propose");
      visit.press("team:propose");
      assertThat(visit.text()).contains("Waits for the patient").contains("The patient is asked.");
      visit.press("team:takeBack");
      assertThat(visit.text()).contains("Taken back");
      visit.element("team:reason").fill("On leave until Monday.");
      visit.press("team:propose");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/requests.xhtml");
      Locator asked = panel(visit, episode);
      assertThat(asked.innerText())
          .contains(NAMES.get(1) + ", place 2, does not sign any more")
          .contains("On leave until Monday.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-12-asked");
      asked.locator("button[id$=agree]").focus();
      visit.page().keyboard().press("Enter");
      visit.settle();
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-13-agree");
      visit.element("changeForm:password").fill("not-her-password");
      visit.press("changeForm:submit");
      assertThat(visit.element("changeForm").innerText()).contains("password is wrong");
      visit.element("changeForm:password").fill(stage.password(PATIENT));
      visit.press("changeForm:submit");
      assertThat(visit.text()).contains("You agreed");
      visit.open("patient/warrants.xhtml");
      assertThat(panel(visit, episode).innerText()).contains("does not sign any more");
      assertThat(visit.violations()).isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
    turnOf(TEAM.get(2), episode);
    try (BrowserVisit visit = as(TEAM.get(1))) {
      visit.open("doctor/inbox.xhtml");
      assertThat(visit.text())
          .contains("Episode " + episode.reference() + " goes on without you")
          .contains("On leave until Monday.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-14-left-out");
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains("EHR-3027");
      assertThat(visit.element("write").count()).isZero();
    }
    try (BrowserVisit visit = as(TEAM.get(2))) {
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains("Findings").contains("does not sign any more");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-15-turn");
      assertThat(visit.complaints()).isEmpty();
    }
    stage.doctor(TEAM.get(2)).sign(episode.id(), "And mine", stage.password(TEAM.get(2)));
    try (BrowserVisit visit = as(REGISTRAR)) {
      visit.until(
          "registrar/episode.xhtml?id=" + episode.id(), () -> visit.text().contains("Final"));
      assertThat(visit.text()).contains("Changes of the team").contains("On leave until Monday.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-16-registrar");
    }
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/record.xhtml?id=" + episode.id());
      visit.page().locator("#entriesTitle").waitFor();
      assertThat(visit.text()).contains(NAMES.get(1) + ", place 2 of the team, has not signed");
      assertThat(visit.text()).contains("And mine").contains("On leave until Monday.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-17-record");
    }
    try (BrowserVisit visit = as(world.data().auditor().userName())) {
      visit.open("auditor/episode.xhtml?hospital=HOSPITAL-A&id=" + episode.id());
      assertThat(visit.text()).contains("Team changed");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-18-auditor");
    }
  }

  @Test
  void doctor_shouldReadAndSign_whenSheComesInForAnother() {
    Episode episode = opened();
    turnOf(TEAM.get(0), episode);
    stage.doctor(TEAM.get(0)).sign(episode.id(), "Findings", stage.password(TEAM.get(0)));
    turnOf(TEAM.get(1), episode);
    try (BrowserVisit visit = as(REGISTRAR)) {
      visit.open("registrar/team.xhtml?id=" + episode.id());
      visit.page().locator("label", named("Put another doctor in the place")).click();
      visit.choose("team:doctor", OTHER_NAME);
      visit.element("team:reason").fill("A specialist is needed.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-20-replace");
      visit.press("team:propose");
      assertThat(visit.text()).contains(OTHER_NAME + " signs at place 2 instead of");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/requests.xhtml");
      panel(visit, episode).locator("button[id$=agree]").click();
      visit.settle();
      visit.element("changeForm:password").fill(stage.password(PATIENT));
      visit.press("changeForm:submit");
      assertThat(visit.text()).contains("You agreed");
    }
    turnOf(OTHER, episode);
    try (BrowserVisit visit = as(OTHER)) {
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains("EHR-3028");
    }
    try (BrowserVisit visit = as(TEAM.get(0))) {
      visit.until("doctor/inbox.xhtml", () -> visit.text().contains("cannot read yet"));
      assertThat(visit.violations()).isEmpty();
      visit.picture("teamwork-21-pass-on");
      visit.page().locator(".ep-note", named(episode.reference())).locator("button").click();
      visit.settle();
      assertThat(visit.text()).contains("Passed on.");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(OTHER)) {
      visit.open("doctor/turn.xhtml?episode=" + episode.id());
      assertThat(visit.text()).contains("Findings").contains("signs at place 2 instead of");
      assertThat(visit.violations()).isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
    stage.doctor(OTHER).sign(episode.id(), "Mine", stage.password(OTHER));
    turnOf(TEAM.get(2), episode);
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

  private static Locator withdrawButton(BrowserVisit visit, Episode episode) {
    return panel(visit, episode)
        .locator("li", new Locator.LocatorOptions().setHasText(NAMES.get(1)))
        .locator("button[id$=withdraw]");
  }

  private static Locator panel(BrowserVisit visit, Episode episode) {
    return visit.page().locator("section.ep-panel", named(episode.reference()));
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private BrowserVisit as(String userName) {
    return BROWSERS.as(world, userName);
  }
}
