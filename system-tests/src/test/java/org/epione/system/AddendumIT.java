package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Predicate;
import org.epione.demo.Stage;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A doctor adds to a record that is final, as the patient allows: in browsers. */
class AddendumIT {
  private static final String PATIENT = "ken.barton";
  private static final String DOCTOR = "kwame.lindqvist";
  private static final String ELSEWHERE = "tendai.marchetti";
  private static final String TEXT = "Addendum: the stenosis is of the diagonal branch as well.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void addendum_shouldNameTheRecordThatItAddsTo_fromTheQuestionToTheReading() {
    Episode episode = world.episode("chest-pain");
    new RecordSharing(stage, ELSEWHERE, PATIENT, episode).readable();
    String addendum = askThePatient(episode);
    agree(episode, addendum);
    write(episode, addendum);
    readAsPatient(episode, addendum);
    seeAsRegistrar(episode, addendum);
    learnElsewhere(episode, addendum);
    readElsewhere(episode, addendum);
  }

  /** Who was granted the record learns of the addendum, and asks for it. */
  private void learnElsewhere(Episode episode, String addendum) {
    try (BrowserVisit visit = BROWSERS.as(world, ELSEWHERE)) {
      Locator told = visit.element("added").locator("section", hasText(episode.reference()));
      visit.until("doctor/requests.xhtml", () -> told.count() > 0);
      assertThat(told.first().innerText()).contains(addendum);
      assertThat(visit.text()).doesNotContain(TEXT);
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-10-told-elsewhere");
      told.first().locator("button[id$=ask]").click();
      visit.element("addendumForm:password").fill("not-her-password");
      visit.press("addendumForm:submit");
      assertThat(visit.element("addendumForm").innerText()).contains("password is wrong");
      assertThat(stage.doctor(ELSEWHERE).requests()).noneMatch(isFor(addendum));
      visit.element("addendumForm:password").fill(stage.password(ELSEWHERE));
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-11-ask-elsewhere");
      visit.element("addendumForm:submit").dblclick();
      visit.settle();
      assertThat(visit.element("mine").innerText()).contains(addendum);
      assertThat(stage.doctor(ELSEWHERE).requests().stream().filter(isFor(addendum)))
          .as("asked for once, however often one clicks")
          .hasSize(1);
      visit.picture("addendum-12-asked-elsewhere");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  /** Who reads the record sees that it is not all. */
  private void readElsewhere(Episode episode, String addendum) {
    try (BrowserVisit visit = BROWSERS.as(world, ELSEWHERE)) {
      visit.open("doctor/requests.xhtml");
      Locator read =
          visit
              .element("mine")
              .locator("tr", hasText(episode.reference()))
              .filter(new Locator.FilterOptions().setHasText(addendum))
              .locator("button[id$=read]");
      read.first().click();
      visit.element("readForm:readPassword").fill(stage.password(ELSEWHERE));
      visit.press("readForm:readSubmit");
      visit.page().locator("text=Pressing chest pain").first().waitFor();
      assertThat(visit.text()).contains("This record was added to").contains(addendum);
      assertThat(visit.text()).doesNotContain(TEXT);
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-13-read-elsewhere");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static Predicate<DoctorDesk.Request> isFor(String reference) {
    return request -> request.reference().equals(reference);
  }

  /** The reference of the addendum. */
  private String askThePatient(Episode episode) {
    try (BrowserVisit visit = BROWSERS.as(world, DOCTOR)) {
      visit.open("doctor/signed.xhtml");
      ask(visit, episode);
      assertThat(visit.text()).contains("The patient is asked");
      assertThat(row(visit, episode).innerText()).contains("Waits for the patient");
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-1-asked");
      assertThat(row(visit, episode).locator("button", hasText("Write an addendum")).count())
          .as("one at a time")
          .isZero();
      row(visit, episode).locator("button", hasText("Take back")).click();
      confirm(visit);
      assertThat(visit.text()).contains("The patient is not asked any more");
      assertThat(row(visit, episode).innerText()).contains("Stopped");
      ask(visit, episode);
      assertThat(visit.complaints()).isEmpty();
      return stage.doctor(DOCTOR).addenda(episode.id()).stream()
          .filter(each -> each.state().equals("AWAITING_WARRANTS"))
          .findFirst()
          .orElseThrow()
          .reference();
    }
  }

  private static void ask(BrowserVisit visit, Episode episode) {
    row(visit, episode).locator("button", hasText("Write an addendum")).click();
    confirm(visit);
  }

  private static void confirm(BrowserVisit visit) {
    visit.page().locator(".ui-confirmdialog-yes:visible").click();
    visit.settle();
  }

  private void agree(Episode episode, String addendum) {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/requests.xhtml");
      Locator asked =
          visit.page().locator("section.ep-panel", new Page.LocatorOptions().setHasText(addendum));
      assertThat(asked.innerText())
          .contains("asks you for leave to add to a record of yours")
          .contains(episode.reference())
          .contains("Kwame Lindqvist");
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-2-question");
      asked.locator("button[id$=authorise]").click();
      visit.element("warrantForm:password").fill(stage.password(PATIENT));
      visit.press("warrantForm:submit");
      assertThat(visit.element("warrants").innerText()).doesNotContain(addendum);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void write(Episode episode, String addendum) {
    try (BrowserVisit visit = BROWSERS.as(world, DOCTOR)) {
      Locator turn = visit.page().locator("a", new Page.LocatorOptions().setHasText(addendum));
      visit.until("doctor/inbox.xhtml", () -> turn.count() == 1);
      assertThat(visit.element("inbox").innerText()).contains(episode.reference());
      visit.picture("addendum-3-inbox");
      turn.click();
      visit.settle();
      assertThat(visit.text()).contains("adds to the record " + episode.reference());
      visit.element("write:text").fill(TEXT);
      visit.press("write:prepare");
      visit.element("sign").locator(".ep-text").waitFor();
      assertThat(visit.element("sign").innerText()).contains(episode.reference());
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-4-signing");
      visit.element("sign:password").fill(stage.password(DOCTOR));
      visit.press("sign:submit");
      visit.page().waitForURL(address -> address.contains("inbox"));
      visit.settle();
      visit.until(
          "doctor/signed.xhtml",
          () -> row(visit, episode).innerText().contains(addendum + " Final"));
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-5-final");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void readAsPatient(Episode episode, String addendum) {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/records.xhtml");
      assertThat(visit.text()).contains("Addendum to " + episode.reference());
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-6-records");
      visit.page().locator("a", new Page.LocatorOptions().setHasText(addendum)).click();
      visit.page().locator("text=" + TEXT).waitFor();
      assertThat(visit.text()).contains("it adds to the record " + episode.reference());
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-7-read");
      visit
          .page()
          .locator("main a", new Page.LocatorOptions().setHasText(episode.reference()))
          .click();
      visit.page().locator("#addendaTitle").waitFor();
      assertThat(visit.text()).contains("Pressing chest pain").contains(addendum);
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-8-original");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void seeAsRegistrar(Episode episode, String addendum) {
    try (BrowserVisit visit = BROWSERS.as(world, "samuel.oyelaran")) {
      visit.open("registrar/episodes.xhtml");
      visit.page().locator("a", new Page.LocatorOptions().setHasText(addendum)).click();
      visit.settle();
      assertThat(visit.text()).contains("Adds to the record").contains(episode.reference());
      assertThat(visit.violations()).isEmpty();
      visit.picture("addendum-9-registrar");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  /** The row of the record itself: that of an addendum names it too. */
  private static Locator row(BrowserVisit visit, Episode episode) {
    return visit
        .page()
        .locator("tr", new Page.LocatorOptions().setHasText(episode.reference()))
        .filter(new Locator.FilterOptions().setHasNotText("Adds to the record"));
  }

  private static Locator.LocatorOptions hasText(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }
}
