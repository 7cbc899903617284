package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.RegistrarDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guardian is named, signs for a child, reads, and has nothing any more: in browsers. */
class GuardianIT {
  private static final String REGISTRAR = "samuel.oyelaran";
  private static final String GUARDIAN = "mara.winters";
  private static final String NEIGHBOUR = "chris.hegmann";
  private static final String DOCTOR = "aoife.tanaka";
  private static final String COLLEAGUE = "kwame.lindqvist";
  private static final String APPOINTMENTS = "nine blue kettles";
  private static final String ELSEWHERE = "soraya.bergstrom";
  private static final String CHILD = "Theo Winters";
  private static final String FINDINGS = "Croup, mild. Cool air, seen again tomorrow.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final RegistrarDesk desk = stage.registrar(world.data().hospital("HOSPITAL-A"));

  @Test
  void guardian_shouldActForTheChild_untilTheHospitalEndsIt() {
    RegistrarDesk.Patient child = desk.register("G-2", "Winters", "Theo", "2019-06-14");
    RegistrarDesk.Patient guardian = desk.register("G-1", "Winters", "Mara", "1990-02-03");
    stage.activate(GUARDIAN, "patient", () -> desk.patientCode(guardian.id()));
    name(child);
    try (BrowserVisit visit = BROWSERS.as(world, GUARDIAN)) {
      accept(visit);
      Episode episode = opened(child);
      sign(visit, episode);
      treated(episode);
      String address = read(visit, episode);
      answerTogether(visit, episode);
      look(visit);
      report(visit);
      book(visit, guardianshipOf(address));
      emergency(visit, guardianshipOf(address));
      refuseTheNeighbour(address, episode);
      visit.open("patient/requests.xhtml" + guardianshipOf(address));
      end(child);
      goOn(visit, address);
      bookNoMore(visit);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void name(RegistrarDesk.Patient child) {
    try (BrowserVisit visit = BROWSERS.as(world, REGISTRAR)) {
      visit.open("registrar/patient.xhtml?id=" + child.id());
      visit.page().locator("main a", named("Guardians")).click();
      visit.element("naming:number").waitFor();
      assertThat(visit.text()).contains("Nobody acts for this patient").contains("2019-06-14");
      visit.element("naming:number").fill("no such number");
      visit.press("naming:look");
      assertThat(visit.text()).contains("cannot be the guardian");
      assertThat(visit.violations()).isEmpty();
      visit.picture("guardian-1-desk");
      visit.element("naming:number").fill("G-1");
      visit.press("naming:look");
      visit.element("naming:evidence").waitFor();
      assertThat(visit.text()).contains("Mara Winters").contains("1990-02-03");
      assertThat(visit.element("naming:end_input").inputValue()).isEqualTo("2037-06-14");
      visit.element("naming:evidence").fill("Birth certificate, Boston, 2019/4711");
      visit.element("naming:password").fill("not-the-password");
      visit.press("naming:submit");
      assertThat(visit.text()).contains("password is wrong");
      visit.element("naming:password").fill(stage.password(REGISTRAR));
      assertThat(visit.violations()).isEmpty();
      visit.picture("guardian-2-compare");
      visit.element("naming:submit").dblclick();
      visit.settle();
      assertThat(visit.element("guardians").locator("section.ep-panel").count())
          .as("named once, however often one clicks")
          .isEqualTo(1);
      assertThat(visit.element("guardians").innerText())
          .contains("Waits for the answer")
          .contains("2019/4711");
      assertThat(visit.violations()).isEmpty();
      visit.picture("guardian-3-named");
      visit.open("registrar/activation.xhtml?id=" + child.id());
      assertThat(visit.text()).contains("EHR-4808");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void accept(BrowserVisit visit) {
    assertThat(visit.page().locator("nav a[href*=guardian] .ep-count").innerText()).contains("1");
    visit.open("patient/guardian.xhtml");
    assertThat(visit.text())
        .contains("You were named the guardian of a minor")
        .contains("You are named the guardian of " + CHILD);
    visit.press("accountNotice:known");
    assertThat(visit.text()).doesNotContain("You were named the guardian of a minor");
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-4-question");
    visit.page().locator("button[id$=accept]").click();
    visit.element("acceptForm:password").fill("not-her-password");
    visit.press("acceptForm:submit");
    assertThat(visit.element("acceptForm").innerText()).contains("password is wrong");
    visit.element("acceptForm:password").fill(stage.password(GUARDIAN));
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-5-accept");
    visit.element("acceptForm:submit").dblclick();
    visit.page().locator("main a", named("Open the records of " + CHILD)).waitFor();
    visit.settle();
    assertThat(visit.text()).doesNotContain("You are named the guardian");
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-6-accepted");
  }

  private Episode opened(RegistrarDesk.Patient child) {
    String doctor =
        desk.doctors().stream()
            .filter(each -> each.displayName().contains("Aoife Tanaka"))
            .findFirst()
            .orElseThrow()
            .id();
    return desk.open(child.id(), "Barking cough at night", "71186008", List.of(doctor));
  }

  private void sign(BrowserVisit visit, Episode episode) {
    visit.open("patient/requests.xhtml");
    assertThat(visit.text()).as("not among her own").doesNotContain(episode.reference());
    visit.page().locator("nav.ep-for a", named(CHILD)).click();
    visit.page().locator(".ep-acting").waitFor();
    visit.settle();
    assertThat(visit.page().locator(".ep-acting").innerText()).contains("You act for " + CHILD);
    assertThat(visit.page().locator("h1").innerText()).isEqualTo("Requests about " + CHILD);
    Locator asked = visit.page().locator("section.ep-panel", named(episode.reference()));
    assertThat(asked.innerText()).contains("Aoife Tanaka");
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-7-requests");
    asked.locator("button[id$=authorise]").click();
    visit.element("warrantForm:password").fill(stage.password(GUARDIAN));
    assertThat(visit.element("warrantForm").innerText()).contains("For " + CHILD);
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-8-sign");
    visit.element("warrantForm:submit").dblclick();
    visit.settle();
    assertThat(visit.element("warrants").innerText()).doesNotContain(episode.reference());
  }

  private void treated(Episode episode) {
    stage
        .waiting()
        .untilTrue(
            "the turn of " + DOCTOR,
            "the episode",
            () -> stage.doctor(DOCTOR).turn(episode.id()).filter(each -> each.ready()).isPresent());
    stage.doctor(DOCTOR).sign(episode.id(), FINDINGS, stage.password(DOCTOR));
    stage
        .waiting()
        .untilTrue(
            "the record", "the episode", () -> desk.episode(episode.id()).state().equals("FINAL"));
  }

  /** The address of the record, which names for whom it is read. */
  private String read(BrowserVisit visit, Episode episode) {
    visit.open("patient/records.xhtml");
    assertThat(visit.text()).as("not among her own").doesNotContain(episode.reference());
    visit.picture("guardian-9-own");
    visit.page().locator("nav.ep-for a", named(CHILD)).click();
    visit.page().locator("main table a", named(episode.reference())).waitFor();
    visit.settle();
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-10-records");
    visit.page().locator("main table a", named(episode.reference())).click();
    visit.page().locator("text=" + FINDINGS).waitFor();
    visit.settle();
    assertThat(visit.page().locator(".ep-acting").innerText()).contains("You act for " + CHILD);
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-11-record");
    String address = visit.page().url();
    visit.open("patient/record.xhtml?id=" + episode.id());
    assertThat(visit.text())
        .as("not on a page that does not say for whom")
        .doesNotContain(FINDINGS)
        .contains("EHR-1003");
    return address;
  }

  /**
   * A doctor elsewhere asks for the record, and for further ones that only the child could offer.
   */
  private void answerTogether(BrowserVisit visit, Episode episode) {
    JsonObject question =
        Json.createObjectBuilder()
            .add("hospital", "HOSPITAL-A")
            .add("references", Json.createArrayBuilder().add(episode.reference()))
            .add("purpose", "TREAT")
            .add("notAfter", stage.clock().instant().plus(Duration.ofDays(7)).toString())
            .add("further", true)
            .add("password", stage.password(ELSEWHERE))
            .build();
    stage.as(ELSEWHERE).postForList("api/record-request-bundles", question);
    visit.open("patient/requests.xhtml");
    visit.page().locator("nav.ep-for a", named(CHILD)).click();
    visit.page().locator(".ep-acting").waitFor();
    String page = visit.page().url().substring(visit.page().url().indexOf("patient/"));
    Locator asked = visit.element("questions").locator("section.ep-panel");
    visit.until(page, () -> asked.count() > 0);
    assertThat(asked.innerText())
        .as("the child's own episode")
        .contains(episode.reference())
        .contains("Barking cough at night")
        .doesNotContain("This doctor also asks");
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-16-question");
    asked.locator("button[id$=all]").click();
    visit.element("answerForm:password").fill(stage.password(GUARDIAN));
    assertThat(visit.element("answerForm").innerText())
        .contains("For " + CHILD)
        .contains("Barking cough at night");
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-17-answer");
    visit.press("answerForm:submit");
    visit.until(page, () -> asked.count() == 0);
  }

  private void look(BrowserVisit visit) {
    visit.open("patient/records.xhtml");
    visit.page().locator("nav.ep-for a", named(CHILD)).click();
    visit.page().locator(".ep-acting").waitFor();
    for (String page : List.of("Who may treat", "Who may read", "Who has read")) {
      visit.page().locator(".ep-acting nav a", named(page)).click();
      visit.page().locator(".ep-acting nav a[aria-current=page]", named(page)).waitFor();
      visit.settle();
      assertThat(visit.page().locator("h1").innerText()).contains(CHILD);
      assertThat(visit.violations()).as(page).isEmpty();
      visit.picture("guardian-12-" + page.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    }
    assertThat(visit.text())
        .contains("Mara Winters")
        .contains("Guardian")
        .contains("signed or declined the warrants of this episode");
  }

  /** On the list of who has read: as a document, with a proof, and something to report. */
  private void report(BrowserVisit visit) {
    Download list = visit.page().waitForDownload(() -> visit.element("filter:pdf").click());
    assertThat(list.suggestedFilename()).isEqualTo("who-has-read-records.pdf");
    Locator proof = visit.element("list").locator("a[href*='/proof?for=']").first();
    assertThat(visit.page().waitForDownload(proof::click).suggestedFilename())
        .endsWith(".tlog-proof");
    visit.element("list").locator("button[id$=report]").first().click();
    visit.element("reportForm:reason").fill("Who is that?");
    assertThat(visit.element("reportForm").innerText()).contains("For " + CHILD);
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-18-report");
    visit.press("reportForm:submit");
    visit.element("mine").locator("text=Who is that?").waitFor();
  }

  private void book(BrowserVisit visit, String guardianship) {
    desk.offer(
        desk.doctors().stream()
            .filter(each -> each.displayName().contains("Aoife Tanaka"))
            .findFirst()
            .orElseThrow(),
        LocalDateTime.now(ZoneOffset.UTC).plusDays(2).truncatedTo(ChronoUnit.DAYS).withHour(10),
        20,
        1,
        "House C, room 3");
    visit.open("patient/appointments.xhtml" + guardianship);
    assertThat(visit.page().locator("h1").innerText()).isEqualTo("Appointments of " + CHILD);
    visit.element("settingNew").fill(APPOINTMENTS);
    visit.element("settingRepeat").fill(APPOINTMENTS);
    visit.element("settingAccount").fill(stage.password(GUARDIAN));
    assertThat(visit.element("settingForm").innerText()).contains("For " + CHILD);
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-19-password");
    visit.element("settingSubmit").click();
    visit.element("settingSaid").locator("text=is set").waitFor();
    visit.element("proofPassword").fill(APPOINTMENTS);
    visit.element("proofSubmit").click();
    visit.element("deskWho").locator("text=For " + CHILD).waitFor();
    visit.element("offers").locator("li", text("Aoife Tanaka")).locator("button").click();
    assertThat(visit.element("ask").innerText()).contains(CHILD);
    visit.element("askReason").fill("Control after croup");
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-20-book");
    visit.element("askYes").click();
    visit.element("deskSaid").locator("text=Booked").waitFor();
    visit.open("patient/requests.xhtml");
    assertThat(visit.element("reminders").innerText())
        .contains("10:00")
        .contains("for " + CHILD)
        .doesNotContain("Tanaka");
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-21-reminded");
  }

  /** A doctor opens the child's records in an emergency; the hospital reviews it. */
  private void emergency(BrowserVisit visit, String guardianship) {
    String id =
        stage
            .doctor(DOCTOR)
            .askInEmergency("G-2", "NO_TIME", "Cannot breathe", stage.password(DOCTOR))
            .id();
    stage.doctor(COLLEAGUE).confirmEmergency(id, stage.password(COLLEAGUE));
    stage
        .waiting()
        .untilTrue(
            "the emergency",
            "the system manager",
            () -> stage.systemManager().emergencyState(id).filter("WAITING"::equals).isPresent());
    stage.systemManager().release(id, "Rang back", stage.password(stage.target().firstUserName()));
    visit.until(
        "patient/guardian.xhtml",
        () -> visit.text().contains(CHILD + ": records of this child were opened"));
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-22-told");
    visit.press("accountNotice:known");
    visit.open("patient/emergencies.xhtml" + guardianship);
    assertThat(visit.text())
        .contains("Cannot breathe")
        .contains("Aoife Tanaka")
        .contains("You cannot refuse this for " + CHILD);
    assertThat(visit.element("choice").count()).as("nothing to refuse with").isZero();
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-23-emergencies");
    visit.open("patient/sharing.xhtml" + guardianship);
    assertThat(visit.text()).contains("A guardian cannot end emergency access");
    visit.picture("guardian-24-sharing");
    stage
        .administrator(world.data().hospital("HOSPITAL-A"))
        .closeReview(id, true, "It was so.", stage.password(Role.ADMINISTRATOR.userName()));
  }

  /** She knows card number and password, and it opens nothing any more. */
  private void bookNoMore(BrowserVisit visit) {
    visit.open("appointments.xhtml");
    visit.element("proofAccount").fill("G-2");
    visit.element("proofPassword").fill(APPOINTMENTS);
    visit.element("proofSubmit").click();
    visit.element("deskFailed").locator("text=did not show that it knows you").waitFor();
    assertThat(visit.element("desk").isVisible()).isFalse();
  }

  private static Locator.LocatorOptions text(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private void refuseTheNeighbour(String address, Episode episode) {
    try (BrowserVisit visit = BROWSERS.as(world, NEIGHBOUR)) {
      visit.open("patient/records.xhtml" + guardianshipOf(address));
      assertThat(visit.page().url()).endsWith("/patient/guardian.xhtml");
      assertThat(visit.text()).contains("You do not act for this person");
      visit.open("patient/record.xhtml?id=" + episode.id());
      assertThat(visit.text()).contains("EHR-1002").doesNotContain(FINDINGS);
      assertThat(visit.complaints()).isEmpty();
    }
    PortalAnswer answer =
        stage.as(NEIGHBOUR).ask("POST", "api/records/" + episode.id() + "/openings", null);
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
  }

  private void end(RegistrarDesk.Patient child) {
    try (BrowserVisit visit = BROWSERS.as(world, REGISTRAR)) {
      visit.open("registrar/guardians.xhtml?id=" + child.id());
      visit.page().locator("button[id$=':end']").click();
      visit.element("endForm:reason").fill("Decision of the family court of 30 November");
      assertThat(visit.violations()).isEmpty();
      visit.picture("guardian-13-end");
      visit.element("endForm:submit").click();
      visit.element("guardians").locator("text=Ended by the hospital").waitFor();
      visit.settle();
      assertThat(visit.violations()).isEmpty();
      visit.picture("guardian-14-ended");
      assertThat(visit.complaints()).isEmpty();
    }
    assertThat(desk.patientCode(child.id())).as("the account can be handed over").isPresent();
  }

  /** The page was open when it ended, and the address is in the browser's history. */
  private void goOn(BrowserVisit visit, String address) {
    visit.open(address.substring(address.indexOf("patient/")));
    assertThat(visit.page().url()).endsWith("/patient/guardian.xhtml");
    assertThat(visit.text())
        .contains("not any more")
        .contains("Ended by the hospital")
        .contains("Decision of the family court")
        .doesNotContain(FINDINGS);
    assertThat(visit.violations()).isEmpty();
    visit.picture("guardian-15-over");
    visit.page().goBack();
    visit.settle();
    assertThat(visit.text()).doesNotContain(FINDINGS);
  }

  private static String guardianshipOf(String address) {
    return Optional.of(address)
        .map(each -> each.replaceAll(".*[?&](for=[0-9a-f-]+).*", "?$1"))
        .filter(each -> each.startsWith("?for="))
        .orElseThrow();
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
