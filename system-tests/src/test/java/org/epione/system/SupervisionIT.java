package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.epione.demo.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A doctor reports the hospital, the system manager decides, everybody sees why: in browsers. */
class SupervisionIT {
  private static final String REPORTER = "aoife.tanaka";
  private static final String TEXT = "A finished record was kept back for a day.";
  private static final String REASON = "It was late, and nobody came to harm.";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void report_shouldBeDecidedAndAnswered_whenPeopleUseTheirBrowsers() {
    try (BrowserVisit visit = as(REPORTER)) {
      visit.open("doctor/credit.xhtml");
      visit.press("beginReport");
      visit.element("reportForm:reportText").fill(TEXT);
      visit.page().locator("[id='reportForm:chosen'] .ui-chkbox-box").first().click();
      visit.element("reportForm:reportPassword").fill(stage.password(REPORTER));
      assertThat(visit.violations()).isEmpty();
      visit.picture("supervision-1-report");
      visit.press("reportForm:reportSubmit");
      assertThat(visit.element("filings").innerText()).contains("Report against the hospital");
      assertThat(visit.violations()).isEmpty();
      visit.picture("supervision-2-reported");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(Installation.FIRST_USER)) {
      Locator look = visit.page().locator("button[id$=look]");
      visit.until("system-manager/supervision.xhtml", () -> look.count() > 0);
      look.first().click();
      visit.settle();
      assertThat(visit.text()).contains(TEXT);
      visit
          .page()
          .locator("[id='matter:outcome'] label", new Page.LocatorOptions().setHasText("minor"))
          .click();
      visit.element("matter:reason").fill(REASON);
      assertThat(visit.violations()).isEmpty();
      visit.picture("supervision-3-case");
      visit.press("matter:decide");
      visit.page().locator(".ui-confirmdialog-yes:visible").click();
      visit.settle();
      assertThat(visit.violations()).isEmpty();
      visit.picture("supervision-4-decided");
      visit.open("system-manager/credit-rules.xhtml");
      visit.page().locator("button[id$=edit]").first().click();
      visit.settle();
      assertThat(visit.page().locator("[id='change:floor']").inputValue()).isEqualTo("60");
      assertThat(visit.violations()).isEmpty();
      visit.picture("supervision-4-rules");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(REPORTER)) {
      visit.until("doctor/credit.xhtml", () -> visit.text().contains(REASON));
      assertThat(visit.element("filings").innerText()).contains("Upheld as minor");
      assertThat(visit.violations()).isEmpty();
      visit.picture("supervision-5-answered");
      assertThat(visit.complaints()).isEmpty();
    }
    try (BrowserVisit visit = as(Role.ADMINISTRATOR.userName())) {
      visit.open("administrator/credit.xhtml");
      assertThat(visit.text()).contains("The system manager upheld a report: minor.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("supervision-6-scores");
      visit.page().locator("button[id$=appeal]").first().click();
      visit.element("appealForm:appealText").fill("We had told everybody before.");
      assertThat(visit.violations()).isEmpty();
      visit.picture("supervision-7-appeal");
      visit.press("appealForm:appealSubmit");
      assertThat(visit.element("filings").innerText()).contains("Appeal of the hospital");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private BrowserVisit as(String userName) {
    return BROWSERS.as(world, userName);
  }
}
