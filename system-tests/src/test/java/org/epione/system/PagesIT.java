package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.epione.demo.client.RegistrarDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The portal in a browser: every page of every role, by mouse and by keyboard. */
class PagesIT {
  @RegisterExtension private static final Browsers BROWSERS = new Browsers();
  private static World world;

  @BeforeAll
  static void open() {
    world = World.played();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void pages_shouldRenderWithoutComplaint_whenPersonVisitsAllOfTheMenu(Role role) {
    try (BrowserVisit visit = BROWSERS.as(world, role.userName())) {
      List<String> menu = visit.menu();
      assertThat(menu).as("menu of " + role).isNotEmpty();
      for (String address : menu) {
        Response response = visit.open(address);
        assertThat(response.status()).as(address).isEqualTo(200);
        assertThat(visit.page().title()).as(address).isNotBlank();
        assertThat(visit.page().locator("h1").count()).as("headings of " + address).isEqualTo(1);
        assertThat(visit.violations()).as(address).isEmpty();
        visit.picture(name(role, address));
        visitDetails(visit, role, address);
      }
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void signIn_shouldWork_whenOnlyTheKeyboardIsUsed() {
    try (BrowserVisit visit = BROWSERS.visit(world.installation())) {
      visit.open("sign-in.xhtml");
      assertThat(visit.violations()).isEmpty();
      visit.picture("sign-in");
      String focused = "document.activeElement.id";
      for (int i = 0;
          i < 10 && !visit.page().evaluate(focused).toString().endsWith("userName");
          i++) {
        visit.page().keyboard().press("Tab");
      }
      visit.page().keyboard().type(Role.REGISTRAR.userName());
      visit.page().keyboard().press("Tab");
      visit.page().keyboard().type(world.stage().password(Role.REGISTRAR.userName()));
      visit.page().keyboard().press("Enter");
      visit.page().waitForURL(url -> !url.contains("sign-in"));
      assertThat(visit.menu()).isNotEmpty();
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void signIn_shouldSayWhy_whenPasswordIsWrong() {
    try (BrowserVisit visit = BROWSERS.visit(world.installation())) {
      visit.signIn("nobody.at.all", "not-a-password");
      assertThat(visit.page().url()).contains("sign-in");
      assertThat(visit.page().locator("body").innerText()).contains("is not right");
      assertThat(visit.violations()).isEmpty();
      visit.picture("sign-in-refused");
    }
  }

  @Test
  void page_shouldAskForSignInAndGoOn_whenNobodyIsSignedIn() {
    try (BrowserVisit visit = BROWSERS.visit(world.installation())) {
      visit.open("registrar/patients.xhtml?from=bookmark");
      assertThat(visit.page().url()).contains("sign-in");
      visit.enter(Role.REGISTRAR.userName(), world.stage().password(Role.REGISTRAR.userName()));
      assertThat(visit.page().url()).endsWith("/registrar/patients.xhtml?from=bookmark");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void page_shouldBeWhole_whenItHasNoPlaceInTheMenu() {
    RegistrarDesk desk = world.stage().registrar(world.data().hospital("HOSPITAL-A"));
    String notActivated = desk.patient("A-10004").orElseThrow().id();
    Map<String, String> pages =
        Map.ofEntries(
            Map.entry("register-patient", "registrar/patient.xhtml"),
            Map.entry("activation-slip", "registrar/activation.xhtml?id=" + notActivated),
            Map.entry("guardians", "registrar/guardians.xhtml?id=" + notActivated),
            Map.entry("unknown-patient", "registrar/patient.xhtml?id=nobody"),
            Map.entry("change-password", "account/password.xhtml"),
            Map.entry("activate", "activate.xhtml"),
            Map.entry("lost-password", "lost-password.xhtml"),
            Map.entry("new-password", "new-password.xhtml"),
            Map.entry("appointments", "appointments.xhtml"),
            Map.entry("calendar", "calendar.xhtml"),
            Map.entry("session-ended", "session-ended.xhtml?reason=idle"));
    try (BrowserVisit visit = BROWSERS.as(world, Role.REGISTRAR.userName())) {
      pages.forEach(
          (name, address) -> {
            assertThat(visit.open(address).status()).as(name).isEqualTo(200);
            assertThat(visit.page().locator("h1").count()).as("headings of " + name).isEqualTo(1);
            assertThat(visit.violations()).as(name).isEmpty();
            visit.picture(name);
          });
      assertThat(visit.complaints()).isEmpty();
    }
  }

  @Test
  void page_shouldSayThatItIsNotThere_whenAddressIsWrong() {
    try (BrowserVisit visit = BROWSERS.as(world, Role.REGISTRAR.userName())) {
      assertThat(visit.open("registrar/nothing-here.xhtml").status()).isEqualTo(404);
      assertThat(visit.page().locator("h1").innerText()).isNotBlank();
      assertThat(visit.page().locator("body").innerText()).doesNotContain("Exception");
      assertThat(visit.violations()).isEmpty();
      visit.picture("not-found");
    }
  }

  @Test
  void page_shouldBeRefusedPlainly_whenOfAnotherRole() {
    try (BrowserVisit visit = BROWSERS.as(world, Role.PATIENT.userName())) {
      Response response = visit.open("system-manager/hospitals.xhtml");
      assertThat(response.status()).isEqualTo(403);
      assertThat(visit.page().locator("body").innerText())
          .contains("Not for your role")
          .doesNotContain("Exception")
          .doesNotContain("Payara");
      assertThat(visit.violations()).isEmpty();
      visit.picture("forbidden");
    }
  }

  /** Opens the first detail page that a table of this page leads to, where there is one. */
  private static void visitDetails(BrowserVisit visit, Role role, String address) {
    List<String> details =
        visit.page().locator("main table a[href*='.xhtml']").all().stream()
            .map(link -> link.getAttribute("href"))
            .distinct()
            .limit(1)
            .toList();
    for (String detail : details) {
      assertThat(visit.open(detail).status()).as(detail).isEqualTo(200);
      assertThat(visit.page().locator("h1").count()).as("headings of " + detail).isEqualTo(1);
      assertThat(visit.violations()).as(detail).isEmpty();
      visit.picture(name(role, address) + "-detail");
    }
  }

  private static String name(Role role, String address) {
    String page = Path.of(address.replaceAll("[?#].*", "")).getFileName().toString();
    return role.name().toLowerCase(Locale.ROOT) + "-" + page.replace(".xhtml", "");
  }
}
