package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The system manager refuses a key to which the patient had consented, in browsers. */
class RefusedKeyIT {
  private static final String DOCTOR = "tendai.marchetti";
  private static final String PATIENT = "ken.barton";
  private static final String PAGE = "system-manager/re-encryption.xhtml";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US).withZone(ZoneOffset.UTC);
  private static final String REASON = "doubts that what was asked for serves the purpose";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final Episode episode = world.episode("chest-pain");
  private final RecordSharing sharing = new RecordSharing(stage, DOCTOR, PATIENT, episode);

  @Test
  void reason_shouldBeReadByAll_whenTheOfficerRefuses() {
    String end = asked(20);
    try (BrowserVisit visit = BROWSERS.as(world, Installation.FIRST_USER);
        BrowserVisit other = BROWSERS.as(world, Installation.FIRST_USER)) {
      visit.until(PAGE, () -> refuse(visit, end).count() == 1);
      other.open(PAGE);
      open(visit, end);
      assertThat(visit.violations()).isEmpty();
      visit.press("refusal:confirm");
      assertThat(visit.element("refusal").innerText()).contains("Choose the reason");
      choose(visit);
      visit.picture("system-manager-refusal");
      open(other, end);
      choose(other);
      visit.element("refusal:confirm").dblclick();
      visit.settle();
      assertThat(visit.text()).contains("Refused. The key is destroyed");
      assertThat(visit.violations()).isEmpty();
      other.press("refusal:confirm");
      assertThat(other.element("refusal").innerText()).contains("EHR-4403");
      visit.page().reload();
      visit.settle();
      assertThat(refuse(visit, end).count()).isZero();
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = BROWSERS.as(world, DOCTOR)) {
      visit.until("doctor/requests.xhtml", () -> visit.text().contains(REASON));
      visit.picture("doctor-refused-key");
    }
    try (BrowserVisit visit = BROWSERS.as(world, PATIENT)) {
      visit.until("patient/sharing.xhtml", () -> visit.text().contains(REASON));
      visit.picture("patient-refused-key");
    }
  }

  @Test
  void key_shouldWaitStill_whenTheSessionEndsInTheDialog() {
    String end = asked(21);
    try (BrowserVisit visit = BROWSERS.as(world, Installation.FIRST_USER)) {
      visit.until(PAGE, () -> refuse(visit, end).count() == 1);
      open(visit, end);
      choose(visit);
      visit.endSession();
      visit.press("refusal:confirm");
      visit.page().waitForURL(address -> !address.contains("re-encryption"));
    }
    try (BrowserVisit visit = BROWSERS.as(world, Installation.FIRST_USER)) {
      visit.open(PAGE);
      open(visit, end);
      choose(visit);
      visit.press("refusal:confirm");
      assertThat(refuse(visit, end).count()).isZero();
    }
  }

  /** Asks and consents until in so many days, by which the request is told from those of others. */
  private String asked(int days) {
    Instant end = stage.clock().instant().plus(Duration.ofDays(days));
    sharing.consent(sharing.ask(end));
    return DAY.format(end);
  }

  private static Locator refuse(BrowserVisit visit, String end) {
    return visit
        .page()
        .locator("tr", new Page.LocatorOptions().setHasText(end))
        .locator("button[id$=refuse]");
  }

  private static void open(BrowserVisit visit, String end) {
    refuse(visit, end).click();
    visit.element("refusal:confirm").waitFor();
  }

  private static void choose(BrowserVisit visit) {
    visit.page().locator("[id='refusal'] label:has-text('serves the purpose')").click();
  }
}
