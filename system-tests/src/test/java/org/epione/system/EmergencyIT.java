package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An emergency in the browser: a doctor asks, a colleague confirms, the system manager releases,
 * the doctor reads, the patient is told, the hospital reviews; then the patient refuses.
 */
class EmergencyIT {
  private static final String DOCTOR = "leila.castellanos";
  private static final String COLLEAGUE = "kwame.lindqvist";
  private static final String PATIENT = "susana.estevez";
  private static final String NUMBER = "A-10002";
  private static final String WHY = "Found unconscious in the waiting room.";
  private static final String FINDING = "Asked both doctors; the patient could not speak.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final Episode episode = world.episode("leg-swelling");

  @Test
  void records_shouldBeOpened_whenTwoPeopleAndTheSystemManagerAgree_andNotAfterARefusal() {
    try (BrowserVisit doctor = BROWSERS.as(world, DOCTOR)) {
      ask(doctor);
      confirm();
      release();
      read(doctor);
      assertThat(doctor.complaints()).isEmpty();
    }
    toldToThePatient();
    review();
    auditorSees();
    refuse();
  }

  private void ask(BrowserVisit visit) {
    visit.open("doctor/emergency.xhtml");
    assertThat(visit.violations()).isEmpty();
    visit.element("find:number").fill("A-99999");
    visit.press("find:submit");
    assertThat(visit.text()).contains("EHR-1003");
    visit.picture("emergency-1-find");
    visit.element("find:number").fill(NUMBER);
    visit.press("find:submit");
    visit.press("ask:submit");
    assertThat(visit.element("ask").innerText()).contains("This field is needed");
    visit.choose("ask:reason", "Unconscious");
    visit.element("ask:text").fill(WHY);
    visit.element("ask:password").fill("not-the-password");
    visit.press("ask:submit");
    assertThat(visit.text()).contains("EHR-1011");
    visit.element("ask:password").fill(stage.password(DOCTOR));
    assertThat(visit.violations()).isEmpty();
    visit.picture("emergency-2-ask");
    visit.element("ask:submit").dblclick();
    visit.settle();
    assertThat(mine(visit).count()).as("once, however often one clicks").isEqualTo(1);
    assertThat(mine(visit).innerText()).contains("Waits for a colleague").contains(WHY);
    assertThat(visit.element("toConfirm").innerText())
        .as("not by herself")
        .contains("No colleague asks");
  }

  private void confirm() {
    try (BrowserVisit visit = BROWSERS.as(world, COLLEAGUE)) {
      visit.open("doctor/emergency.xhtml");
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-3-to-confirm");
      visit.element("toConfirm").locator("button[id$=confirm]").click();
      visit.settle();
      visit.element("confirmForm:password").fill("not-the-password");
      visit.press("confirmForm:submit");
      assertThat(visit.element("confirmForm").innerText()).contains("EHR-1011");
      visit.element("confirmForm:password").fill(stage.password(COLLEAGUE));
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-4-confirm");
      visit.press("confirmForm:submit");
      assertThat(visit.text()).contains("The system manager is asked");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void release() {
    try (BrowserVisit visit = BROWSERS.as(world, Installation.FIRST_USER)) {
      Locator decide =
          visit
              .page()
              .locator(
                  "button[id$=look]",
                  new com.microsoft.playwright.Page.LocatorOptions().setHasText("Decide"));
      visit.until("system-manager/emergencies.xhtml", () -> decide.count() > 0);
      decide.first().click();
      visit.settle();
      assertThat(visit.text()).contains(WHY).doesNotContain(NUMBER);
      visit.element("decision:reason").fill("Rang the ward back.");
      visit.element("decision:password").fill(stage.password(Installation.FIRST_USER));
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-5-system-manager");
      visit.press("decision:release");
      visit.page().locator(".ui-confirmdialog-yes:visible").click();
      visit.settle();
      assertThat(visit.text()).contains("Released");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void read(BrowserVisit visit) {
    Locator read = visit.element("mine").locator("button[id$=read]");
    visit.until("doctor/emergency.xhtml", () -> read.count() > 0);
    assertThat(mine(visit).innerText()).contains(episode.reference());
    assertThat(visit.violations()).isEmpty();
    visit.picture("emergency-6-open");
    read.first().click();
    visit.settle();
    visit.element("readForm:password").fill(stage.password(DOCTOR));
    assertThat(visit.violations()).isEmpty();
    visit.press("readForm:submit");
    visit.page().locator("text=" + episode.reference()).first().waitFor();
    visit.page().locator("text=swelling").first().waitFor();
    assertThat(visit.violations()).isEmpty();
    visit.picture("emergency-7-read");
  }

  private void toldToThePatient() {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/records.xhtml");
      assertThat(visit.text()).contains("Your records were opened in an emergency");
      visit.picture("emergency-8-told");
      visit.press("accountNotice:known");
      assertThat(visit.text()).doesNotContain("Your records were opened in an emergency");
      visit.open("patient/emergencies.xhtml");
      assertThat(visit.text()).contains(WHY).contains("Leila Castellanos").contains("Open");
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-9-patient");
      visit.open("patient/sharing.xhtml");
      assertThat(visit.text()).contains("by your hospital in an emergency, without you");
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-10-sharing");
      visit.open("patient/disclosures.xhtml");
      assertThat(visit.text()).contains("opened this record to a doctor in an emergency");
      visit.picture("emergency-11-disclosures");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void review() {
    try (BrowserVisit visit = BROWSERS.as(world, Role.ADMINISTRATOR.userName())) {
      visit.open("administrator/emergencies.xhtml");
      Locator open = visit.element("reviews").locator("section", text("Review open"));
      assertThat(open.innerText()).contains(episode.reference()).contains("read");
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-12-review");
      open.locator("button[id$=close]").click();
      visit.settle();
      visit.press("reviewForm:submit");
      assertThat(visit.element("reviewForm").innerText()).contains("This field is needed");
      visit.element("reviewForm:finding").locator(".ui-radiobutton-box").first().click();
      visit.element("reviewForm:words").fill(FINDING);
      visit.element("reviewForm:password").fill(stage.password(Role.ADMINISTRATOR.userName()));
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-13-close");
      visit.press("reviewForm:submit");
      assertThat(visit.text()).contains("The review is closed");
      assertThat(visit.element("reviews").innerText()).contains("Justified").contains(FINDING);
      visit.picture("emergency-14-closed");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void auditorSees() {
    try (BrowserVisit visit = BROWSERS.as(world, Role.AUDITOR.userName())) {
      Locator latest = visit.element("list").locator("tbody tr").first();
      visit.until("auditor/emergencies.xhtml", () -> latest.innerText().contains("Reviewed"));
      visit.page().locator("button[id$=look]").first().click();
      visit.settle();
      assertThat(visit.text()).contains(WHY).contains(FINDING).doesNotContain(NUMBER);
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-15-auditor");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void refuse() {
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.open("patient/emergencies.xhtml");
      assertThat(visit.text()).contains(FINDING);
      visit.press("choice:refuse");
      assertThat(visit.violations()).isEmpty();
      visit.element("refuseForm:password").fill("not-her-password");
      visit.press("refuseForm:submit");
      assertThat(visit.element("refuseForm").innerText()).contains("EHR-1011");
      visit.element("refuseForm:password").fill(stage.password(PATIENT));
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-16-refuse");
      visit.press("refuseForm:submit");
      visit.until(
          "patient/emergencies.xhtml", () -> visit.text().contains("destroyed its half on"));
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-17-refused");
      try (BrowserVisit doctor = BROWSERS.as(world, DOCTOR)) {
        doctor.open("doctor/emergency.xhtml");
        doctor.element("find:number").fill(NUMBER);
        doctor.press("find:submit");
        assertThat(doctor.text()).contains("has refused emergency access beforehand");
        assertThat(doctor.element("ask:submit").count()).isZero();
        assertThat(doctor.violations()).isEmpty();
        doctor.picture("emergency-18-refused-beforehand");
        assertThat(doctor.complaints()).isEmpty();
      }
      visit.press("choice:allow");
      assertThat(visit.violations()).isEmpty();
      visit.picture("emergency-19-allow");
      visit.element("allowForm:password").fill(stage.password(PATIENT));
      visit.press("allowForm:submit");
      assertThat(visit.text()).contains("Emergencies are possible");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static Locator mine(BrowserVisit visit) {
    return visit.element("mine").locator("section.ep-panel");
  }

  private static Locator.LocatorOptions text(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }
}
