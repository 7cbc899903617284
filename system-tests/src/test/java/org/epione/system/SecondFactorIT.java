package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.epione.demo.Stage;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A server where the system manager needs a second factor: she is made to set it up, an auditor
 * does so of her own will and adds a passkey, and neither can be gone round.
 */
@Execution(ExecutionMode.CONCURRENT)
class SecondFactorIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String AUDITOR = "mira.auditor";
  private static final String PASSWORD = "correct-horse-battery-staple";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();
  private static Installation installation;
  private static RunningServer server;

  private final Stage stage;
  private List<String> recoveryCodes = List.of();

  SecondFactorIT() throws IOException {
    stage = World.stage(installation, PATIENCE);
  }

  @BeforeAll
  static void launch() {
    installation =
        Installation.create("second-factor")
            .with("EPIONE_SECOND_FACTOR_ROLES", "SYSTEM_MANAGER")
            .withPasskeys();
    server = installation.start();
  }

  @AfterAll
  static void quit() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void secondFactor_shouldHold_fromSettingItUpToResettingIt() {
    Authenticator manager = managerIsMadeToEnrol();
    PortalSession desk = signIn(Installation.FIRST_USER, password(), manager.code());
    JsonObject invited = desk.post("api/auditors", object(Map.of("displayName", "Mira Auditor")));
    stage
        .portal()
        .activate(invited.getJsonObject("invitation").getString("code"), AUDITOR, PASSWORD);

    Authenticator auditor = auditorEnrols();
    codesAreCheckedAtSignIn(auditor);
    new PasskeySteps(BROWSERS, installation, AUDITOR, PASSWORD, recoveryCodes).take();
    nobodySkipsTheCode();
    desk.post(
        "api/auditors/" + invited.getString("accountId") + "/second-factor-reset",
        object(Map.of()));
    theAuditorIsTold();
  }

  private Authenticator managerIsMadeToEnrol() {
    try (BrowserVisit visit = BROWSERS.visit(installation)) {
      visit.signIn(Installation.FIRST_USER, password());
      assertThat(visit.page().url()).contains("account/second-factor");
      assertThat(visit.text()).contains("Your role needs a second factor");
      visit.open("system-manager/hospitals.xhtml");
      assertThat(visit.page().url()).as("no other page opens").contains("account/second-factor");
      PortalSession rest = stage.portal().stranger();
      rest.signIn(Installation.FIRST_USER, password());
      PortalAnswer early = rest.ask("GET", "api/auditors", null);
      assertThat(early.status()).as(early.text()).isEqualTo(403);
      assertThat(early.code()).isEqualTo("EHR-1042");
      Authenticator authenticator = enrol(visit, password(), "second-factor-1-compulsory");
      Locator kept =
          visit.page().locator("a", new Page.LocatorOptions().setHasText("I have kept them"));
      kept.hover();
      assertThat(visit.violations()).as("with the pointer on the button").isEmpty();
      kept.click();
      visit.settle();
      assertThat(visit.page().url()).contains("system-manager/hospitals");
      assertThat(visit.complaints()).isEmpty();
      return authenticator;
    }
  }

  private Authenticator auditorEnrols() {
    try (BrowserVisit visit = BROWSERS.visit(installation)) {
      visit.signIn(AUDITOR, PASSWORD);
      visit.open("account/second-factor.xhtml");
      assertThat(visit.text()).contains("You have no second factor");
      assertThat(visit.violations()).isEmpty();
      visit.picture("second-factor-2-none");
      Authenticator authenticator = enrol(visit, PASSWORD, "second-factor-3-own");
      recoveryCodes = visit.page().locator("#recoveryCodes li").allInnerTexts();
      visit.open("account/second-factor.xhtml");
      assertThat(visit.text()).contains("Your second factor is on", "Second factor switched on");
      assertThat(visit.violations()).isEmpty();
      visit.picture("second-factor-4-on");
      assertThat(visit.complaints()).isEmpty();
      return authenticator;
    }
  }

  /** Puts the key that the page shows into an authenticator, and gives its first code. */
  private static Authenticator enrol(BrowserVisit visit, String password, String picture) {
    visit.element("factor:password").fill(password);
    visit.press("factor:begin");
    assertThat(visit.page().locator("img.ep-qr").getAttribute("src"))
        .startsWith("data:image/svg+xml;base64,");
    assertThat(
            (boolean)
                visit
                    .page()
                    .locator("img.ep-qr")
                    .evaluate("image => image.complete && image.naturalWidth > 0"))
        .as("the image is one")
        .isTrue();
    assertThat(visit.violations()).isEmpty();
    visit.picture(picture + "-key");
    Authenticator authenticator = new Authenticator(visit.element("key").innerText());
    visit.element("factor:first").fill("000000");
    visit.press("factor:confirm");
    assertThat(visit.text()).contains("EHR-1041");
    visit.element("factor:first").fill(authenticator.code());
    visit.press("factor:confirm");
    assertThat(visit.page().locator("#recoveryCodes li").count()).as(visit.text()).isEqualTo(8);
    assertThat(visit.violations()).isEmpty();
    visit.picture(picture + "-recovery-codes");
    return authenticator;
  }

  private void codesAreCheckedAtSignIn(Authenticator auditor) {
    String code = auditor.code();
    try (BrowserVisit visit = BROWSERS.visit(installation)) {
      visit.signIn(AUDITOR, PASSWORD);
      assertThat(visit.page().url()).contains("sign-in-code");
      assertThat(visit.violations()).isEmpty();
      visit.picture("second-factor-5-code");
      visit.element("signInCode:code").fill("123456");
      visit.press("signInCode:submit");
      assertThat(visit.text()).contains("The code is not right");
      visit.element("signInCode:code").fill(code);
      visit.press("signInCode:submit");
      assertThat(visit.page().url()).contains("auditor/");
      assertThat(visit.complaints()).isEmpty();
    }
    PortalAnswer replayed = answer(AUDITOR, PASSWORD, auditor.last());
    assertThat(replayed.status()).as("replayed").isEqualTo(403);
    assertThat(replayed.code()).isEqualTo("EHR-1041");
    PortalAnswer without = answer(AUDITOR, PASSWORD, null);
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.code()).isEqualTo("EHR-1040");
    PortalAnswer wrong = answer(AUDITOR, "wrong-password-here", auditor.last());
    assertThat(wrong.code()).as("says nothing of the code").isEqualTo("EHR-1010");
    assertThat(signIn(AUDITOR, PASSWORD, auditor.code()).list("api/audit/chains")).isNotNull();
  }

  /** Goes on with what the first step leaves in the session. */
  private void nobodySkipsTheCode() {
    try (BrowserVisit visit = BROWSERS.visit(installation)) {
      visit.signIn(AUDITOR, PASSWORD);
      assertThat(visit.page().url()).contains("sign-in-code");
      String session =
          visit.page().context().cookies().stream()
              .filter(cookie -> cookie.name.equals("EPIONE_SESSION"))
              .findFirst()
              .orElseThrow()
              .value;
      for (String page :
          new String[] {"auditor/episodes", "account/second-factor", "account/password"}) {
        visit.open(page + ".xhtml");
        assertThat(visit.page().url()).as(page).contains("sign-in.xhtml");
      }
      for (String path :
          new String[] {"api/session", "api/audit/chains", "api/session/second-factor"}) {
        assertThat(
                RawRequest.get("/ehr/" + path)
                    .with("Cookie", "EPIONE_SESSION=" + session)
                    .send(installation)
                    .status())
            .as(path)
            .isEqualTo(401);
      }
    }
  }

  private void theAuditorIsTold() {
    try (BrowserVisit visit = BROWSERS.visit(installation)) {
      visit.signIn(AUDITOR, PASSWORD);
      assertThat(visit.text()).contains("Second factor reset");
      assertThat(visit.violations()).isEmpty();
      visit.picture("second-factor-6-notice");
      visit.press("accountNotice:known");
      assertThat(visit.text()).doesNotContain("Second factor reset");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private PortalSession signIn(String userName, String password, String code) {
    PortalSession session = stage.portal().stranger();
    session.post("api/session", credentials(userName, password, code));
    return session;
  }

  private PortalAnswer answer(String userName, String password, @Nullable String code) {
    return stage
        .portal()
        .stranger()
        .ask("POST", "api/session", credentials(userName, password, code));
  }

  private static JsonObject credentials(String userName, String password, @Nullable String code) {
    var offered = Json.createObjectBuilder().add("userName", userName).add("password", password);
    return (code == null ? offered : offered.add("code", code)).build();
  }

  private static JsonObject object(Map<String, Object> members) {
    return Json.createObjectBuilder(members).build();
  }

  private static String password() {
    return installation.target().firstPassword();
  }
}
