package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.epione.demo.client.AuditorDesk;
import org.epione.demo.client.PortalAnswer;
import org.epione.ledger.report.AuditReport;
import org.epione.ledger.report.PdfReport;
import org.epione.ledger.report.ReportCheck;
import org.epione.ledger.report.ReportFinding;
import org.epione.ledger.report.SignedReport;
import org.epione.ledger.transparency.NoteKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports of audits on the real server: made in the background, taken away, checked elsewhere. */
class AuditReportIT {
  @RegisterExtension private static final Browsers BROWSERS = new Browsers();
  private static World world;

  @BeforeAll
  static void open() {
    world = World.played();
  }

  private static AuditReport checked(SignedReport signed) {
    NoteKey key = NoteKey.parse(world.stage().auditor().reportKey());
    assertThat(new ReportCheck(World.crypto().ed25519()).faults(signed, key)).isEmpty();
    return signed.report();
  }

  @Test
  void report_shouldBeMadeAndTakenAway_byMouse() throws Exception {
    try (BrowserVisit visit = BROWSERS.as(world, Role.AUDITOR.userName())) {
      visit.open(
          "auditor/episode.xhtml?hospital=HOSPITAL-A&id=" + world.episode("chest-pain").id());
      visit.page().locator("a", named("Signed report")).click();
      visit.settle();
      assertThat(visit.violations()).isEmpty();
      visit.picture("audit-report-new");
      visit.press("new:begin");
      Locator pdf = visit.page().locator("[id='mine:table_data'] a[href$='/pdf']").first();
      pdf.waitFor();
      assertThat(visit.violations()).isEmpty();
      visit.picture("audit-report-done");
      Download download = visit.page().waitForDownload(pdf::click);
      Path file = download.path();
      PdfReport report = PdfReport.read(Files.readAllBytes(file));
      assertThat(report.genuinePages()).isTrue();
      assertThat(checked(report.report()).isSound()).isTrue();
      assertThat(report.report().report().chain().witnesses()).isNotEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void form_shouldAskForDays_whenOfAPeriod() {
    try (BrowserVisit visit = BROWSERS.as(world, Role.AUDITOR.userName())) {
      visit.open("auditor/reports.xhtml");
      visit.press("new:begin");
      assertThat(visit.text()).contains("Enter at least one.");
      visit.choose("new:kind", "Period");
      visit.settle();
      assertThat(visit.violations()).isEmpty();
      visit.picture("audit-report-period");
      visit.press("new:begin");
      assertThat(visit.text()).contains("Choose a day.");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void report_shouldBeTheSame_asJsonAndPdf_andHoldEverythingOfAPeriod() {
    AuditorDesk desk = world.stage().auditor();
    String id =
        desk.session()
            .post(
                "api/audit/reports",
                Json.createObjectBuilder()
                    .add("hospital", "HOSPITAL-A")
                    .add("kind", "period")
                    .add("from", "2020-01-01T00:00:00Z")
                    .add("until", "2100-01-01T00:00:00Z")
                    .build())
            .getString("id");
    world
        .stage()
        .waiting()
        .untilTrue("the report", "the page", () -> desk.reportState(id).equals("DONE"));
    SignedReport json = SignedReport.decode(desk.reportJson(id));
    assertThat(PdfReport.read(desk.reportPdf(id))).isEqualTo(new PdfReport(json, true));
    AuditReport report = checked(json);
    // Another test may have a file of the cloud in its hands just now.
    assertThat(report.findings())
        .filteredOn(finding -> !finding.check().equals("STORAGE"))
        .allMatch(ReportFinding::ok);
    assertThat(report.records()).hasSizeGreaterThan(10);
  }

  @Test
  void audit_shouldBeRefused_whenTheInputMakesNoSense() {
    AuditorDesk desk = world.stage().auditor();
    for (String body :
        List.of(
            "{\"hospital\":\"HOSPITAL-A\",\"kind\":\"EPISODE\",\"subjects\":[\"zz\"]}",
            "{\"hospital\":\"HOSPITAL-A\",\"kind\":\"EPISODE\",\"subjects\":[null]}",
            "{\"hospital\":\"HOSPITAL-A\",\"kind\":\"PERIOD\",\"from\":\"yesterday\"}",
            "{\"hospital\":\"HOSPITAL-A\"}")) {
      PortalAnswer answer =
          desk.session()
              .ask(
                  "POST",
                  "api/audit/reports",
                  Json.createReader(new StringReader(body)).readObject());
      assertThat(answer.status()).as(body).isEqualTo(400);
    }
  }
}
