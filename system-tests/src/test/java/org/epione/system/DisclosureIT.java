package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.epione.demo.Stage;
import org.epione.demo.client.PortalAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A patient sees who has read her records, proves it, and complains; an auditor answers. */
class DisclosureIT {
  private static final String PATIENT = "ken.barton";
  private static final String ANOTHER = "chris.hegmann";
  private static final String AUDITOR = "tomasz.adeyemi";
  private static final String COMPLAINT = "I never met this doctor.";
  private static final String ANSWER = "You consented to this reading yourself.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void patient_shouldSeeAndProveWhoRead_andGetAnAnswer() throws IOException {
    String reading;
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/disclosures.xhtml");
      assertThat(visit.text()).contains("read this record", "Your consent of", "Doctor");
      assertThat(visit.violations()).isEmpty();
      visit.picture("disclosure-1-list");
      Locator read = visit.page().locator("tr", named("read this record")).first();
      Download proof =
          visit
              .page()
              .waitForDownload(
                  () ->
                      read.locator("a", new Locator.LocatorOptions().setHasText("Proof file"))
                          .click());
      assertThat(Files.readString(proof.path())).startsWith("c2sp.org/tlog-proof@v1");
      reading = proof.url().replaceAll(".*/disclosures/([0-9a-f]{64})/proof", "$1");
      Download pdf = visit.page().waitForDownload(() -> visit.element("filter:pdf").click());
      assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF-".getBytes("US-ASCII"));

      visit.element("filter:until_input").fill("2001-01-01");
      visit.page().keyboard().press("Escape");
      visit.press("filter:show");
      assertThat(visit.text()).contains("Nobody has had to do with your records");
      assertThat(visit.violations()).isEmpty();
      visit.picture("disclosure-2-none");
      visit.page().reload();

      visit
          .page()
          .locator("tr", named("read this record"))
          .first()
          .locator("button[id$=report]")
          .click();
      visit.settle();
      visit.element("reportForm:reason").fill(COMPLAINT);
      assertThat(visit.violations()).isEmpty();
      visit.picture("disclosure-3-report");
      visit.press("reportForm:submit");
      assertThat(visit.element("mine").innerText()).contains(COMPLAINT, "With the auditor");
      visit.picture("disclosure-4-reported");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(AUDITOR)) {
      visit.open("auditor/complaints.xhtml");
      visit.page().locator("tr", named("To answer")).first().locator("button").click();
      visit.settle();
      assertThat(visit.text()).contains(COMPLAINT, reading).doesNotContain("Barton");
      visit.page().locator("label", named("It was in order")).click();
      visit.element("complaint:answer").fill(ANSWER);
      assertThat(visit.violations()).isEmpty();
      visit.picture("disclosure-5-complaint");
      visit.press("complaint:send");
      visit.page().locator(".ui-confirmdialog-yes").click();
      visit.settle();
      assertThat(visit.text()).contains("The answer was sent");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(PATIENT)) {
      visit.open("patient/disclosures.xhtml");
      assertThat(visit.element("mine").innerText()).contains(ANSWER, "It was in order");
      visit.picture("disclosure-6-answer");
      assertThat(visit.complaints()).isEmpty();
    }
    assertNothingIsTold(reading);
  }

  /** Another patient asks by the ids of this one. */
  private void assertNothingIsTold(String reading) {
    PortalAnswer proof =
        stage.as(ANOTHER).ask("GET", "api/disclosures/" + reading + "/proof", null);
    assertThat(proof.status()).isEqualTo(404);
    PortalAnswer complaint =
        stage
            .as(ANOTHER)
            .ask(
                "POST",
                "api/disclosures/" + reading + "/complaint",
                jakarta.json.Json.createObjectBuilder(Map.of("text", "Mine")).build());
    assertThat(complaint.status()).isEqualTo(404);
    assertThat(stage.as(ANOTHER).ask("GET", "api/disclosures", null).text())
        .doesNotContain(reading);
    assertThat(stage.as(ANOTHER).ask("GET", "api/disclosures/complaints", null).text())
        .doesNotContain(COMPLAINT);
  }

  private static Page.LocatorOptions named(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private BrowserVisit as(String userName) {
    return BROWSERS.as(world, userName);
  }
}
