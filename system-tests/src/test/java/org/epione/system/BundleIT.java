package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Several records in one act, in browsers: a doctor asks once for three that she can name and for
 * others that she cannot, the patient searches for these and answers one question, the officer
 * orders all keys at once, the doctor reads and asks for what was offered, and the patient takes it
 * back.
 */
class BundleIT {
  private static final String ELSEWHERE = "soraya.bergstrom";
  private static final String PATIENT = SoleDoctor.PATIENT;
  private static final String SORE_THROAT = "J02.9";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final SoleDoctor episodes = new SoleDoctor(world);

  @Test
  void records_shouldBeAskedForAllowedIssuedReadAndTakenBack_together() {
    List<String> named =
        Stream.of("Cough for three weeks", "Itching hands", "Back pain")
            .map(each -> finished(each, "R05"))
            .map(Episode::reference)
            .toList();
    String unnamed = finished("Sore throat", SORE_THROAT).reference();
    search(unnamed);
    ask(named);
    answer(named, unnamed);
    issue();
    read(named);
    askForOffered(unnamed);
    withdraw(named);
    seeThatItIsOver(named);
  }

  private void search(String reference) {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/records.xhtml");
      visit.page().locator("text=Search by symptom").click();
      visit.page().waitForURL(url -> url.contains("patient/history.xhtml"));
      visit.settle();
      assertThat(visit.text()).contains("You have not searched within the last 24 hours");
      assertThat(visit.page().locator("datalist option[value='" + SORE_THROAT + "']").count())
          .isEqualTo(1);
      assertThat(visit.violations()).isEmpty();
      visit.picture("search-1-empty");
      visit.press("search:begin");
      assertThat(visit.text()).contains("Enter a code.");
      visit.element("search:code").fill("no code");
      visit.press("search:begin");
      assertThat(visit.page().locator("body").innerText()).contains("A-Z, 0-9, dot and hyphen");
      assertThat(visit.violations()).isEmpty();
      visit.picture("search-2-refused");
      searchFor(visit, SORE_THROAT.toLowerCase(Locale.ROOT), "One of your records has");
      assertThat(visit.text()).contains("Sore throat").contains("Done");
      searchFor(visit, "Z99.9", "None of your records has this symptom");
      assertThat(visit.violations()).isEmpty();
      visit.picture("search-3-found");
      visit.page().locator("a:has-text('" + reference + "')").click();
      visit.page().locator("text=Findings on Sore throat").waitFor();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void searchFor(BrowserVisit visit, String code, String found) {
    visit.element("search:code").fill(code);
    visit.press("search:begin");
    visit
        .page()
        .locator("section.ep-panel:has-text('Search for " + code.toUpperCase(Locale.ROOT) + "')")
        .locator("text=" + found)
        .waitFor();
    visit.settle();
  }

  private void ask(List<String> references) {
    try (BrowserVisit visit = BROWSERS.as(world, ELSEWHERE)) {
      visit.open("doctor/requests.xhtml");
      visit.choose("ask:hospital", "Lindenfield General Hospital");
      visit.element("ask:reference").fill(String.join("\n", references) + "\nE-0000");
      visit.element("ask:password").fill(stage.password(ELSEWHERE));
      visit.press("ask:submit");
      assertThat(visit.text()).contains("A reference looks like E-XXXX-XXXX-XXXX");
      visit.element("ask:reference").fill(String.join("\n", references));
      visit.element("ask:further").locator(".ui-chkbox-box").click();
      visit.element("ask:symptom").fill(SORE_THROAT);
      visit.element("ask:password").fill(stage.password(ELSEWHERE));
      visit.picture("bundle-1-asking");
      visit.element("ask:submit").dblclick();
      visit.settle();
      Locator bundle = visit.element("bundles").locator("section.ep-panel");
      assertThat(bundle.count()).as("once, however often one clicks").isEqualTo(1);
      assertThat(bundle.innerText()).contains("0 of 3 ready to read").contains(references);
      assertThat(visit.violations()).isEmpty();
      visit.picture("bundle-2-asked");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void answer(List<String> references, String unnamed) {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      Locator question = visit.element("questions").locator("section.ep-panel");
      visit.until("patient/requests.xhtml", () -> question.count() == 1);
      assertThat(question.innerText()).contains(references).contains("Itching hands");
      assertThat(visit.violations()).isEmpty();
      for (String each : references.subList(0, 2)) {
        question.locator(".ep-choice:has-text('" + each + "') .ui-chkbox-box").click();
      }
      assertThat(question.innerText()).contains(SORE_THROAT).doesNotContain(unnamed);
      visit.picture("bundle-3a-question");
      question.locator("button[id$=seek]").click();
      question.locator(".ep-choice:has-text('" + unnamed + "')").waitFor();
      visit.settle();
      assertThat(question.locator(".ui-chkbox-box.ui-state-active").count())
          .as("what was ticked stays ticked, nothing else is")
          .isEqualTo(2);
      assertThat(visit.violations()).isEmpty();
      question.locator(".ep-choice:has-text('" + unnamed + "') .ui-chkbox-box").click();
      visit.picture("bundle-3b-found");
      question.locator("button[id$=ticked]").click();
      Locator answer = visit.element("answerForm");
      answer.locator(":text('You refuse these records')").waitFor();
      assertThat(answer.innerText())
          .contains(references)
          .contains("You offer these further records")
          .contains(unnamed);
      assertThat(answer.locator("ul").last().innerText())
          .contains(references.get(2))
          .doesNotContain(references.get(0));
      visit.element("answerForm:password").fill("not-her-password");
      visit.press("answerForm:submit");
      assertThat(answer.innerText()).contains("password is wrong");
      visit.element("answerForm:password").fill(stage.password(PATIENT));
      assertThat(visit.violations()).isEmpty();
      visit.picture("bundle-4-answer");
      visit.element("answerForm:submit").dblclick();
      visit.settle();
      assertThat(question.count()).isZero();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void issue() {
    try (BrowserVisit visit = BROWSERS.as(world, Installation.FIRST_USER)) {
      Locator bundle = visit.element("bundles").locator("section.ep-panel");
      visit.until("system-manager/re-encryption.xhtml", () -> bundle.count() == 1);
      assertThat(bundle.innerText()).contains("0 of 2 keys issued");
      assertThat(visit.violations()).isEmpty();
      visit.picture("bundle-5-waiting");
      bundle.locator("button[id$=orderAll]").click();
      visit.page().locator(".ui-confirmdialog-yes:visible").click();
      bundle.locator(":text('2 of 2 keys issued')").waitFor();
      visit.settle();
      visit.picture("bundle-6-issued");
      assertThat(visit.violations()).isEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void read(List<String> references) {
    try (BrowserVisit visit = BROWSERS.as(world, ELSEWHERE)) {
      Locator bundle = visit.element("bundles").locator("section.ep-panel");
      visit.until(
          "doctor/requests.xhtml", () -> bundle.innerText().contains("2 of 3 ready to read"));
      visit.picture("bundle-7-ready");
      bundle.locator("tr:has-text('" + references.get(1) + "') button[id$=read]").click();
      visit.element("readForm:readPassword").fill(stage.password(ELSEWHERE));
      visit.press("readForm:readSubmit");
      visit.page().locator("text=Findings on Itching hands").waitFor();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void askForOffered(String unnamed) {
    try (BrowserVisit visit = BROWSERS.as(world, ELSEWHERE)) {
      visit.open("doctor/requests.xhtml");
      assertThat(visit.element("added").innerText()).contains(unnamed);
      visit.page().locator("button[id$=askOffered]").click();
      visit.element("offerForm").locator("li:has-text('" + unnamed + "')").waitFor();
      visit.element("offerForm:password").fill(stage.password(ELSEWHERE));
      assertThat(visit.violations()).isEmpty();
      visit.picture("bundle-8-offered");
      visit.element("offerForm:submit").dblclick();
      visit.settle();
      assertThat(visit.element("added").innerText()).doesNotContain(unnamed);
      visit.until(
          "doctor/requests.xhtml",
          () ->
              visit
                  .element("mine")
                  .locator("tr:has-text('" + unnamed + "')")
                  .innerText()
                  .contains("The patient had allowed this beforehand"));
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void withdraw(List<String> references) {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/sharing.xhtml");
      visit.page().locator("button[id$=withdrawAll]").first().click();
      Locator form = visit.element("withdrawAllForm");
      form.locator("li").first().waitFor();
      assertThat(form.innerText()).contains(references.subList(0, 2));
      visit.element("withdrawAllForm:password").fill(stage.password(PATIENT));
      assertThat(visit.violations()).isEmpty();
      visit.picture("bundle-9-withdraw");
      visit.element("withdrawAllForm:submit").dblclick();
      visit.settle();
      visit.until(
          "patient/sharing.xhtml",
          () ->
              references.subList(0, 2).stream()
                  .allMatch(
                      each ->
                          visit
                              .page()
                              .locator("section.ep-panel:has-text('" + each + "')")
                              .first()
                              .innerText()
                              .contains("as the system manager signed")));
      visit.picture("bundle-10-withdrawn");
      visit.element("standing").locator("button[id$=end]").click();
      visit.element("endForm:password").fill(stage.password(PATIENT));
      visit.press("endForm:submit");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void seeThatItIsOver(List<String> references) {
    try (BrowserVisit visit = BROWSERS.as(world, ELSEWHERE)) {
      Locator bundles = visit.element("bundles");
      visit.until("doctor/requests.xhtml", () -> !bundles.innerText().contains(references.get(0)));
      assertThat(visit.element("mine").innerText()).contains(references);
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = BROWSERS.as(world, Installation.FIRST_USER)) {
      Locator bundle = visit.element("bundles").locator("section.ep-panel");
      visit.until("system-manager/re-encryption.xhtml", () -> bundle.count() == 0);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private Episode finished(String complaint, String symptomCode) {
    Episode episode = episodes.turn(complaint, symptomCode);
    stage
        .doctor(SoleDoctor.DOCTOR)
        .sign(episode.id(), "Findings on " + complaint + ".", stage.password(SoleDoctor.DOCTOR));
    stage
        .waiting()
        .untilTrue("FINAL", "the episode", () -> episodes.now(episode).state().equals("FINAL"));
    return episodes.now(episode);
  }
}
