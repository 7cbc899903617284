package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.epione.demo.Stage;
import org.epione.demo.client.RegistrarDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A patient is forgotten: she, the registrar, and the administrator, who holds data first. */
class ForgettingIT {

  /** Setting of the days before a release; the world of these tests has none. */
  static final String DAYS = "EPIONE_FORGETTING_DAYS";

  private static final String PASSWORD = "correct-horse-battery-staple";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final String own = UUID.randomUUID().toString().substring(0, 8);
  private final String userName = "una.vanish." + own;
  private final String number = "F-" + own;

  @Test
  void patient_shouldBeForgotten_whenNoHoldIsOnHerData() {
    assumeTrue(
        "0".equals(world.installation().environment().get(DAYS)),
        "the server has a waiting time before releases");
    patient();
    try (BrowserVisit patient = BROWSERS.visit(world.installation());
        BrowserVisit registrar = as(Role.REGISTRAR);
        BrowserVisit administrator = as(Role.ADMINISTRATOR)) {
      asksAndTakesBack(patient);
      String id = asks(patient);
      examines(registrar);
      holds(administrator);
      releaseIsRefused(administrator);
      lifts(administrator);
      releases(administrator);
      certificate(administrator, id);

      patient.open("patient/records.xhtml");
      assertThat(patient.page().url()).as("signed out").contains("sign-in");
      patient.signIn(userName, PASSWORD);
      assertThat(patient.text()).contains("is not right");
      registrar.open("registrar/patients.xhtml");
      assertThat(registrar.text()).doesNotContain("Vanish " + own);
      assertThat(registrar.complaints()).isEmpty();
      assertThat(administrator.complaints()).isEmpty();
    }
  }

  private void asksAndTakesBack(BrowserVisit visit) {
    visit.signIn(userName, PASSWORD);
    visit.open("patient/forgetting.xhtml");
    assertThat(visit.violations()).isEmpty();
    visit.picture("forgetting-1-patient");
    visit.press("mine:ask");
    visit.element("askForm:password").fill(PASSWORD);
    visit.press("askForm:submit");
    waitFor(visit, "Tick this to go on.");
    visit.page().locator("[id='askForm:understood'] .ui-chkbox-box").click();
    visit.element("askForm:password").fill("wrong-password-here");
    visit.press("askForm:submit");
    waitFor(visit, "EHR-1011");
    visit.open("patient/forgetting.xhtml");
    ask(visit);
    visit.press("mine:takeBack");
    waitFor(visit, "Taken back. Nothing was destroyed.");
  }

  private String asks(BrowserVisit visit) {
    visit.open("patient/forgetting.xhtml");
    visit.press("mine:ask");
    visit.page().locator("[id='askForm:understood'] .ui-chkbox-box").click();
    assertThat(visit.violations()).isEmpty();
    visit.picture("forgetting-2-ask");
    visit.open("patient/forgetting.xhtml");
    ask(visit);
    assertThat(visit.violations()).isEmpty();
    visit.picture("forgetting-3-asked");
    return visit.page().locator("dd.ep-mono strong").innerText().strip();
  }

  private static void ask(BrowserVisit visit) {
    visit.press("mine:ask");
    visit.page().locator("[id='askForm:understood'] .ui-chkbox-box").click();
    visit.element("askForm:password").fill(PASSWORD);
    visit.press("askForm:submit");
    waitFor(visit, "Waits for the registrar");
  }

  private void examines(BrowserVisit visit) {
    visit.open("registrar/forgetting.xhtml");
    row(visit).locator("button").click();
    visit.settle();
    visit.element("decision:words").fill("Passport seen, face compared.");
    visit.element("decision:password").fill(stage.password(Role.REGISTRAR.userName()));
    assertThat(visit.violations()).isEmpty();
    visit.picture("forgetting-4-registrar");
    visit.press("decision:examine");
    waitFor(visit, "An administrator can release it now.");
  }

  private void holds(BrowserVisit visit) {
    visit.open("administrator/forgetting.xhtml");
    visit.element("holdForm:number").fill(number);
    visit.element("holdForm:reason").fill("District court, 12 C 345/26");
    visit.element("holdForm:password").fill(stage.password(Role.ADMINISTRATOR.userName()));
    visit.press("holdForm:submit");
    visit.page().locator("[id='holds']:has-text('12 C 345/26')").waitFor();
    assertThat(visit.violations()).isEmpty();
    visit.picture("forgetting-5-hold");
  }

  private void releaseIsRefused(BrowserVisit visit) {
    look(visit);
    assertThat(visit.text()).contains("A legal hold is on this patient's data");
    release(visit);
    waitFor(visit, "EHR-4826");
    visit.picture("forgetting-6-held");
  }

  private void lifts(BrowserVisit visit) {
    visit.open("administrator/forgetting.xhtml");
    visit
        .page()
        .locator("section.ep-panel", new Page.LocatorOptions().setHasText(number))
        .locator("button[id$=lift]")
        .click();
    visit.settle();
    visit.element("liftForm:password").fill(stage.password(Role.ADMINISTRATOR.userName()));
    assertThat(visit.violations()).isEmpty();
    visit.press("liftForm:submit");
    waitFor(visit, "Lifted.");
  }

  private void releases(BrowserVisit visit) {
    look(visit);
    assertThat(visit.violations()).isEmpty();
    visit.picture("forgetting-7-release");
    release(visit);
    waitFor(visit, "It is being destroyed");
  }

  private void release(BrowserVisit visit) {
    visit.element("decision:words").fill("Nothing speaks against it.");
    visit.element("decision:password").fill(stage.password(Role.ADMINISTRATOR.userName()));
    visit.press("decision:release");
    visit.page().locator(".ui-confirmdialog-yes:visible").click();
    visit.settle();
  }

  private void look(BrowserVisit visit) {
    visit.open("administrator/forgetting.xhtml");
    row(visit).locator("button").click();
    visit.settle();
  }

  private void certificate(BrowserVisit visit, String id) {
    Locator forgotten =
        visit
            .page()
            .locator("[id='list:table'] tbody tr", new Page.LocatorOptions().setHasText(id))
            .filter(new Locator.FilterOptions().setHasText("Forgotten patient"));
    visit.until(
        "administrator/forgetting.xhtml",
        () -> forgotten.count() > 0 && !forgotten.innerText().contains("Being destroyed"));
    forgotten.locator("button").click();
    visit.settle();
    assertThat(visit.text()).contains("destroyed its part on").doesNotContain(number);
    assertThat(visit.violations()).isEmpty();
    visit.picture("forgetting-8-forgotten");
    Download download =
        visit.page().waitForDownload(() -> visit.page().locator("a[href$=certificate]").click());
    assertThat(download.suggestedFilename()).isEqualTo("certificate-of-forgetting.txt");
    assertThat(text(download))
        .contains(id, "key pairs, and what wraps them", "BEGIN EPIONE CERTIFICATE OF FORGETTING")
        .doesNotContain("Vanish", number, userName);
    EhrCommand verified =
        EhrCommand.run(
            Map.of(),
            "verify-certificate",
            download.path().toString(),
            published(visit, "api/tlog/HOSPITAL-A/key"),
            published(visit, "api/audit/reports/key"));
    assertThat(verified.said()).startsWith("VALID: ").contains(id, "by the patient");
    assertThat(verified.status()).isZero();
  }

  private String published(BrowserVisit visit, String path) {
    String address = world.installation().target().portal().resolve(path).toString();
    return visit.page().request().get(address).text().strip();
  }

  private static String text(Download download) {
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Locator row(BrowserVisit visit) {
    return visit
        .page()
        .locator("[id='list:table'] tbody tr", new Page.LocatorOptions().setHasText(number))
        .filter(new Locator.FilterOptions().setHasNotText("Taken back"));
  }

  private static void waitFor(BrowserVisit visit, String text) {
    visit.page().locator("body:has-text(\"" + text + "\")").waitFor();
    visit.settle();
  }

  /** A patient of this test alone, who has activated her account. */
  private void patient() {
    RegistrarDesk desk = new RegistrarDesk(Role.REGISTRAR.in(stage));
    String id = desk.register(number, "Vanish " + own, "Una", "1980-02-03").id();
    stage.portal().activate(desk.patientCode(id).orElseThrow(), userName, PASSWORD);
  }

  private BrowserVisit as(Role role) {
    return BROWSERS.as(world, role.userName());
  }
}
