package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.epione.demo.Stage;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.RegistrarDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A patient has lost her password: she, the counter, the system manager and an auditor. */
class RecoveryIT {
  private static final String OLD = "correct-horse-battery-staple";
  private static final String NEW = "another-staple-entirely";
  private static final String HOW = "Passport seen, face compared.";
  private static final String WHY = "Rang the counter back on the known number.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void lostPassword_shouldBeReplaced_whenBothSidesAgree() {
    String userName = patient();
    try (BrowserVisit patient = BROWSERS.visit(world.installation());
        BrowserVisit counter = as(Role.REGISTRAR.userName());
        BrowserVisit manager = as(Installation.FIRST_USER)) {
      saysThatItIsLost(patient, userName);
      String code = counterApproves(counter, userName);
      comesTooEarly(patient, code);
      managerReleases(manager);
      setsAnother(patient, code);

      patient.enter(userName, OLD);
      assertThat(patient.text()).contains("is not right");
      patient.enter(userName, NEW);
      assertThat(patient.page().url()).contains("patient/records");
      assertThat(patient.text())
          .contains("Password replaced with the help of hospital and system manager");
      assertThat(patient.violations()).isEmpty();
      patient.picture("recovery-8-told");
      patient.press("accountNotice:known");
      assertThat(patient.text()).doesNotContain("Password replaced");

      counter.until("registrar/recoveries.xhtml", () -> row(counter, userName).count() > 0);
      assertThat(row(counter, userName).innerText()).contains("New password set");
      assertThat(counter.complaints()).isEmpty();
      assertThat(manager.complaints()).isEmpty();
      assertThat(patient.complaints()).isEmpty();
    }
    auditorSees(userName);
  }

  @Test
  void lostPassword_shouldBeAnsweredTheSame_whenNobodyHasTheName() {
    PortalAnswer known = ask(patient());
    PortalAnswer unknown = ask("nobody." + UUID.randomUUID());

    assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
    assertThat(known.text()).isEqualTo(unknown.text());
  }

  @Test
  void code_shouldBeRefused_whenInvented() {
    for (String code : new String[] {"", "AAAA-AAAA-AAAA-AAAA", "x".repeat(10_000)}) {
      PortalAnswer answer =
          stage
              .portal()
              .stranger()
              .ask(
                  "POST",
                  "api/session/lost-password/replacement",
                  object(Map.of("code", code, "password", NEW)));
      assertThat(answer.code()).as(code).isEqualTo("EHR-1046");
    }
  }

  private void saysThatItIsLost(BrowserVisit visit, String userName) {
    visit.open("sign-in.xhtml");
    visit.press("signIn:lost");
    assertThat(visit.violations()).isEmpty();
    visit.picture("recovery-1-lost");
    visit.element("lost:userName").fill(userName);
    visit.press("lost:submit");
    assertThat(visit.text()).contains("Go to the counter of your hospital");
    assertThat(visit.violations()).isEmpty();
    visit.picture("recovery-2-asked");
  }

  private String counterApproves(BrowserVisit visit, String userName) {
    visit.open("registrar/recoveries.xhtml");
    row(visit, userName).locator("button").click();
    visit.settle();
    visit.press("decision:approve");
    visit.page().locator(".ui-confirmdialog-yes:visible").click();
    visit.settle();
    assertThat(visit.text()).as("without reason and password").contains("This field is needed.");
    visit.element("decision:reason").fill(HOW);
    visit.element("decision:password").fill("wrong-password-here");
    approve(visit);
    assertThat(visit.text()).contains("EHR-1011");
    visit.open("registrar/recoveries.xhtml");
    row(visit, userName).locator("button").click();
    visit.settle();
    visit.element("decision:reason").fill(HOW);
    visit.element("decision:password").fill(stage.password(Role.REGISTRAR.userName()));
    assertThat(visit.violations()).isEmpty();
    visit.picture("recovery-3-counter");
    approve(visit);
    assertThat(visit.violations()).isEmpty();
    visit.picture("recovery-4-slip");
    assertThat(visit.text()).contains(userName);
    String code = visit.element("resetCode").innerText().strip();
    visit.open("registrar/recoveries.xhtml");
    assertThat(visit.text()).as("shown once").doesNotContain(code);
    return code;
  }

  private static void approve(BrowserVisit visit) {
    visit.press("decision:approve");
    visit.page().locator(".ui-confirmdialog-yes:visible").click();
    visit.settle();
  }

  private static void comesTooEarly(BrowserVisit visit, String code) {
    visit.open("new-password.xhtml");
    fill(visit, code);
    assertThat(visit.text()).contains("EHR-1047");
    assertThat(visit.violations()).isEmpty();
    visit.picture("recovery-5-early");
  }

  private void managerReleases(BrowserVisit visit) {
    Locator decide =
        visit.page().locator("button[id$=look]", new Page.LocatorOptions().setHasText("Decide"));
    visit.until("system-manager/recoveries.xhtml", () -> decide.count() > 0);
    decide.first().click();
    visit.settle();
    assertThat(visit.text()).contains(HOW);
    visit.element("decision:reason").fill(WHY);
    visit.element("decision:password").fill(stage.password(Installation.FIRST_USER));
    assertThat(visit.violations()).isEmpty();
    visit.picture("recovery-6-system-manager");
    visit.press("decision:release");
    visit.page().locator(".ui-confirmdialog-yes:visible").click();
    visit.settle();
    assertThat(visit.text()).contains("Released");
  }

  private static void setsAnother(BrowserVisit visit, String code) {
    visit.until(
        "new-password.xhtml",
        () -> {
          fill(visit, code);
          return visit.page().url().contains("sign-in");
        });
    assertThat(visit.text()).contains("Your new password is set");
    visit.picture("recovery-7-set");
  }

  private static void fill(BrowserVisit visit, String code) {
    visit.element("replace:code").fill(code.toLowerCase(java.util.Locale.ROOT));
    visit.element("replace:password").fill(NEW);
    visit.element("replace:repeat").fill(NEW);
    visit.press("replace:submit");
  }

  private void auditorSees(String userName) {
    try (BrowserVisit visit = as(Role.AUDITOR.userName())) {
      visit.open("auditor/recoveries.xhtml");
      visit.page().locator("button[id$=look]").first().click();
      visit.settle();
      assertThat(visit.text())
          .contains(HOW, WHY, "New password set")
          .doesNotContain(userName, "Marlowe");
      assertThat(visit.violations()).isEmpty();
      visit.picture("recovery-9-auditor");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static Locator row(BrowserVisit visit, String userName) {
    return visit
        .page()
        .locator("[id='list:table'] tbody tr", new Page.LocatorOptions().setHasText(userName));
  }

  private PortalAnswer ask(String userName) {
    return stage
        .portal()
        .stranger()
        .ask("POST", "api/session/lost-password", object(Map.of("userName", userName)));
  }

  /** A patient of this test alone, who has activated her account. */
  private String patient() {
    String own = UUID.randomUUID().toString().substring(0, 8);
    String userName = "ida.marlowe." + own;
    RegistrarDesk desk = new RegistrarDesk(Role.REGISTRAR.in(stage));
    String id = desk.register("L-" + own, "Marlowe " + own, "Ida", "1980-02-03").id();
    stage.portal().activate(desk.patientCode(id).orElseThrow(), userName, OLD);
    return userName;
  }

  private BrowserVisit as(String userName) {
    return BROWSERS.as(world, userName);
  }

  private static JsonObject object(Map<String, String> members) {
    var builder = Json.createObjectBuilder();
    members.forEach(builder::add);
    return builder.build();
  }
}
