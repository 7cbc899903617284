package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The main job as people do it, each in a browser of her own: an episode is opened, its warrants
 * signed, two doctors sign in order, a doctor elsewhere asks, the patient consents, the system
 * manager issues, the doctor reads, the patient withdraws, and the auditor verifies.
 */
class JourneyIT {
  private static final String PATIENT = "chris.hegmann";
  private static final String NUMBER = "A-10003";
  private static final String ELSEWHERE = "soraya.bergstrom";
  private static final String COMPLAINT = "Back pain again after lifting, for two days";
  private static final List<String> TEAM = List.of("aoife.tanaka", "kwame.lindqvist");

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void mainJob_shouldBeDone_whenPeopleUseTheirBrowsers() {
    Episode episode = openEpisode();
    signWarrants(episode);
    for (String doctor : TEAM) {
      signTurn(doctor, episode);
    }
    reached(episode, "FINAL");
    readOwnRecord(episode);
    ask(episode);
    consent(episode);
    issue(episode);
    read(episode);
    withdraw(episode);
    verify(episode);
  }

  private Episode openEpisode() {
    var desk = stage.registrar(world.data().hospital("HOSPITAL-A"));
    String patient = desk.patient(NUMBER).orElseThrow().id();
    List<String> before = desk.episodesOf(patient);
    try (BrowserVisit visit = as("samuel.oyelaran")) {
      visit.open("registrar/patients.xhtml");
      visit.open("registrar/open-episode.xhtml?patient=" + patient);
      for (String doctor : List.of("Aoife Tanaka", "Kwame Lindqvist")) {
        visit.choose("team:doctor", doctor);
        visit.press("team:add");
      }
      visit.element("episode:complaint").fill(COMPLAINT);
      visit.element("episode:symptom").fill("161891005");
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-1-open-episode");
      visit.press("episode:submit");
      assertThat(visit.text()).contains(COMPLAINT);
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-2-episode");
      assertThat(visit.complaints()).isEmpty();
    }
    List<String> after = desk.episodesOf(patient);
    assertThat(after).hasSize(before.size() + 1);
    return desk.episode(after.get(after.size() - 1));
  }

  private void signWarrants(Episode episode) {
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/requests.xhtml");
      panel(visit, episode).locator("button[id$=authorise]").click();
      visit.element("warrantForm:password").fill("not-her-password");
      visit.press("warrantForm:submit");
      assertThat(visit.element("warrantForm").innerText()).contains("password is wrong");
      visit.element("warrantForm:password").fill(stage.password(PATIENT));
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-3-warrants");
      visit.press("warrantForm:submit");
      assertThat(visit.element("warrants").innerText()).doesNotContain(episode.reference());
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void signTurn(String doctor, Episode episode) {
    try (BrowserVisit visit = as(doctor)) {
      Locator turn = visit.page().locator("a", named(episode.reference()));
      visit.until("doctor/inbox.xhtml", () -> turn.count() == 1);
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-4-inbox-" + doctor);
      turn.click();
      visit.settle();
      visit.element("write:text").fill("Findings of " + doctor + ": muscular, no red flags.");
      visit.press("write:prepare");
      visit.element("sign:password").fill(stage.password(doctor));
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-5-signing-" + doctor);
      visit.press("sign:submit");
      visit.page().waitForURL(address -> address.contains("inbox"));
      visit.settle();
      assertThat(visit.element("inbox").innerText()).doesNotContain(episode.reference());
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void readOwnRecord(Episode episode) {
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/records.xhtml");
      visit.page().locator("a", named(episode.reference())).first().click();
      visit.page().locator("text=Findings of kwame.lindqvist").waitFor();
      assertThat(visit.text()).contains("Findings of aoife.tanaka").contains(COMPLAINT);
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-6-own-record");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void ask(Episode episode) {
    try (BrowserVisit visit = as(ELSEWHERE)) {
      visit.open("doctor/requests.xhtml");
      visit.choose("ask:hospital", "Lindenfield General Hospital");
      visit.element("ask:reference").fill(episode.reference());
      visit.element("ask:password").fill(stage.password(ELSEWHERE));
      visit.press("ask:submit");
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-7-asked");
      assertThat(visit.element("mine").innerText()).contains(episode.reference());
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void consent(Episode episode) {
    try (BrowserVisit visit = as(PATIENT)) {
      visit.until("patient/requests.xhtml", () -> panel(visit, episode).count() == 1);
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-8-request");
      panel(visit, episode).locator("button[id$=consent]").click();
      visit.element("consentForm:password").fill(stage.password(PATIENT));
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-9-consent");
      visit.press("consentForm:submit");
      assertThat(visit.element("sharingRequests").innerText()).doesNotContain(episode.reference());
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void issue(Episode episode) {
    try (BrowserVisit visit = as(Installation.FIRST_USER)) {
      Locator issue = visit.page().locator("button[id$=issue]");
      visit.until("system-manager/re-encryption.xhtml", () -> issue.count() == 1);
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-10-re-encryption");
      issue.click();
      Locator yes = visit.page().locator(".ui-confirmdialog-yes:visible");
      yes.waitFor();
      assertThat(visit.violations()).isEmpty();
      yes.click();
      visit.settle();
      assertThat(issue.count()).isZero();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void read(Episode episode) {
    try (BrowserVisit visit = as(ELSEWHERE)) {
      Locator row = visit.page().locator("tr", named(episode.reference()));
      Locator read = row.locator("button[id$=read]");
      visit.until("doctor/requests.xhtml", () -> read.count() == 1);
      read.click();
      visit.element("readForm:readPassword").fill(stage.password(ELSEWHERE));
      visit.press("readForm:readSubmit");
      visit.page().locator("text=Findings of kwame.lindqvist").waitFor();
      assertThat(visit.text()).contains("Findings of aoife.tanaka");
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-11-shared-record");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void withdraw(Episode episode) {
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/sharing.xhtml");
      panel(visit, episode).locator("button[id$=withdraw]").click();
      visit.element("withdrawForm:password").fill(stage.password(PATIENT));
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-12-withdraw");
      visit.press("withdrawForm:submit");
      assertThat(panel(visit, episode).locator("button[id$=withdraw]").count()).isZero();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void verify(Episode episode) {
    try (BrowserVisit visit = as("tomasz.adeyemi")) {
      visit.open("auditor/episode.xhtml?hospital=HOSPITAL-A&id=" + episode.id());
      visit.press("episode:verify");
      visit.page().locator("[id='episode:verdict'] .ep-note.good").waitFor();
      assertThat(visit.violations()).isEmpty();
      visit.picture("journey-13-verified");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private BrowserVisit as(String userName) {
    return BROWSERS.as(world, userName);
  }

  private static Locator panel(BrowserVisit visit, Episode episode) {
    return visit.page().locator("section.ep-panel", named(episode.reference()));
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void reached(Episode episode, String state) {
    var desk = stage.registrar(world.data().hospital("HOSPITAL-A"));
    stage
        .waiting()
        .untilTrue(state, "the episode", () -> desk.episode(episode.id()).state().equals(state));
  }
}
