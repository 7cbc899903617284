package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.epione.demo.client.AdministratorDesk;
import org.epione.demo.client.Episode;
import org.epione.demo.client.Invited;
import org.epione.demo.client.SystemManagerDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page that there is, as the folder of pages has them, is opened by somebody whose page it is
 * and looked at with axe, and so is each of its dialogs. A page that is added is looked at as well;
 * where it has to be told of what, or its folder is nobody's, its test fails until that is said
 * here.
 */
class AccessibilityIT {
  private static final Path PAGES = Path.of(System.getProperty("epione.pages"));

  /** Shows nothing, but sends on to the first page of the role. */
  private static final String INDEX = "index.xhtml";

  /** A parameter of a page, but for the one by which guardians act, who have pages without it. */
  private static final String PARAMETER = "(?s).*<f:viewParam name=\"(?!for\").*";

  /**
   * But for the dialog of "are you sure", which has its words from the button that is pressed, and
   * those in parts of a page that scripts show.
   */
  private static final String DIALOGS =
      "() => [...document.querySelectorAll('.ui-dialog:not(.ui-confirm-dialog), dialog')]"
          + ".filter(dialog => !dialog.parentElement.closest('[hidden]'))"
          + ".map(dialog => dialog.id)";

  private static final String SHOW =
      "id => { const dialog = document.getElementById(id);"
          + " if (dialog.showModal) dialog.showModal();"
          + " else Object.values(PrimeFaces.widgets).find(each => each.id === id).show(); }";

  private static final String HIDE =
      "id => { const dialog = document.getElementById(id);"
          + " if (dialog.close) dialog.close();"
          + " else Object.values(PrimeFaces.widgets).find(each => each.id === id).hide(); }";

  private static final String HOSPITAL = "HOSPITAL-A";
  private static final String NOT_ACTIVATED = "A-10004";
  private static final String ELSEWHERE = "tendai.marchetti";
  private static final String ELSEWHERE_NAME = "Tendai Marchetti";
  private static final String CAREFUL = "vilde.careful";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  /** One of each person, with nobody's at the empty name; the browser closes them. */
  private static final Map<String, BrowserVisit> WINDOWS = new HashMap<>();

  private static World world;
  private static Episode episode;

  /**
   * A page to open, and in whose window.
   *
   * @param address with what the page has to be told
   */
  private record Opening(BrowserVisit visit, String address) {}

  @BeforeAll
  static void open() {
    world = World.played();
    episode = new SoleDoctor(world).turn("Back pain on lifting", "161891005");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldHaveNoViolations_whenOpenedByWhoseItIs(String page) throws IOException {
    Opening opening = opening(page);
    BrowserVisit visit = opening.visit();
    assertThat(opening.address().contains("?"))
        .as("told of what it shows: " + opening.address())
        .isEqualTo(Files.readString(PAGES.resolve(page)).matches(PARAMETER));
    visit.complaints().clear();
    assertThat(visit.open(opening.address()).status()).isEqualTo(200);
    assertThat(URI.create(visit.page().url()).getPath()).endsWith("/" + page);
    assertThat(visit.page().locator(".ui-messages-error").allInnerTexts()).isEmpty();
    assertThat(visit.page().locator("h1").count()).as("headings").isEqualTo(1);
    assertThat(visit.violations()).as(page).isEmpty();
    visit.picture("page-" + page.replace('/', '-').replace(".xhtml", ""));
    lookAtDialogs(visit, page);
    assertThat(visit.complaints()).isEmpty();
  }

  /** Shows each dialog of the page, as its button does; only what it is about is not chosen. */
  private static void lookAtDialogs(BrowserVisit visit, String page) {
    for (Object id : (List<?>) visit.page().evaluate(DIALOGS)) {
      visit.page().evaluate(SHOW, id);
      visit.element(id.toString()).waitFor();
      assertThat(visit.violations()).as("dialog %s of %s", id, page).isEmpty();
      visit.page().evaluate(HIDE, id);
      visit.settle();
    }
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .map(file -> PAGES.relativize(file).toString().replace('\\', '/'))
          .filter(page -> page.endsWith(".xhtml") && !page.equals(INDEX))
          .filter(page -> !page.startsWith("WEB-INF/") && !page.startsWith("resources/"))
          .sorted()
          .toList();
    }
  }

  private static Opening opening(String page) {
    return switch (page) {
      case "sign-in-code.xhtml" -> new Opening(withSecondFactor(), page);
      case "administrator/activation.xhtml" -> of(page, "id", invitedRegistrar());
      case "administrator/episode.xhtml", "registrar/episode.xhtml", "registrar/team.xhtml" ->
          of(page, "id", episode.id());
      case "auditor/episode.xhtml" -> of(page, "hospital", HOSPITAL, "id", episode.id());
      case "auditor/reports.xhtml" ->
          of(page, "hospital", HOSPITAL, "kind", "EPISODE", "subjects", episode.id());
      case "doctor/opinion.xhtml" -> askedElsewhere();
      case "doctor/shared-record.xhtml" -> by(ELSEWHERE, page, "reading", reading());
      case "doctor/team.xhtml" -> by(SoleDoctor.DOCTOR, page, "id", episode.id());
      case "doctor/turn.xhtml" -> by(SoleDoctor.DOCTOR, page, "episode", episode.id());
      case "patient/record.xhtml" -> of(page, "id", world.episode("chest-pain").id());
      case "registrar/activation.xhtml", "registrar/guardians.xhtml", "registrar/patient.xhtml" ->
          of(page, "id", patient());
      case "registrar/forgetting.xhtml", "registrar/open-episode.xhtml" ->
          of(page, "patient", patient());
      case "system-manager/activation.xhtml" ->
          of(page, "auditor", auditor("Ines Invited").accountId());
      default -> of(page);
    };
  }

  /** By whom the folder of the page is for. */
  private static Opening of(String page, String... parameters) {
    String folder = page.contains("/") ? page.substring(0, page.indexOf('/')) : "";
    String userName =
        switch (folder) {
          case "" -> "";
          case "account" -> Role.REGISTRAR.userName();
          default -> Role.valueOf(folder.toUpperCase(Locale.ROOT).replace('-', '_')).userName();
        };
    return by(userName, page, parameters);
  }

  private static Opening by(String userName, String page, String... parameters) {
    StringBuilder address = new StringBuilder(page);
    for (int i = 0; i < parameters.length; i += 2) {
      address
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(parameters[i + 1]);
    }
    return new Opening(window(userName), address.toString());
  }

  private static BrowserVisit window(String userName) {
    return WINDOWS.computeIfAbsent(
        userName,
        name -> name.isEmpty() ? BROWSERS.visit(world.installation()) : BROWSERS.as(world, name));
  }

  private static String patient() {
    return world
        .stage()
        .registrar(world.data().hospital(HOSPITAL))
        .patient(NOT_ACTIVATED)
        .orElseThrow()
        .id();
  }

  private static String invitedRegistrar() {
    String name = "Ines Invited";
    AdministratorDesk desk = world.stage().administrator(world.data().hospital(HOSPITAL));
    if (desk.staff().stream().noneMatch(each -> each.account().displayName().equals(name))) {
      desk.invite("REGISTRAR", name, "");
    }
    return desk.staff().stream()
        .filter(each -> each.account().displayName().equals(name))
        .findFirst()
        .orElseThrow()
        .account()
        .accountId();
  }

  private static Invited auditor(String name) {
    SystemManagerDesk desk = world.stage().systemManager();
    return desk.auditors().stream()
        .filter(each -> each.displayName().equals(name))
        .findFirst()
        .orElseGet(() -> desk.inviteAuditor(name));
  }

  /** The window of an auditor whose password was right, and who is asked for a code. */
  private static BrowserVisit withSecondFactor() {
    Invited auditor = auditor("Vilde Careful");
    world
        .stage()
        .activate(
            CAREFUL,
            "auditor",
            () -> world.stage().systemManager().auditorCode(auditor.accountId()));
    BrowserVisit visit = window(CAREFUL);
    if (!visit.page().url().contains("sign-in-code")) {
      visit.open("account/second-factor.xhtml");
      visit.element("factor:password").fill(world.stage().password(CAREFUL));
      visit.press("factor:begin");
      Authenticator authenticator = new Authenticator(visit.element("key").innerText());
      visit.element("factor:first").fill(authenticator.code());
      visit.press("factor:confirm");
      visit.press("session:signOut");
      visit.signIn(CAREFUL, world.stage().password(CAREFUL));
    }
    return visit;
  }

  /** A question of the episode's doctor that a doctor of another hospital has in her inbox. */
  private static Opening askedElsewhere() {
    BrowserVisit asking = window(SoleDoctor.DOCTOR);
    asking.open("doctor/team.xhtml?id=" + episode.id());
    asking.choose("opinions:hospital", world.data().hospital("HOSPITAL-B").name());
    asking.element("opinions:name").fill(ELSEWHERE_NAME);
    asking.element("opinions:question").fill("Would you image this?");
    asking.press("opinions:ask");
    BrowserVisit asked = window(ELSEWHERE);
    Locator answer =
        asked
            .page()
            .locator(".ep-note", new Page.LocatorOptions().setHasText(episode.reference()))
            .locator("a[href*='opinion.xhtml']");
    asked.until("doctor/inbox.xhtml", () -> answer.count() == 1);
    return new Opening(asked, answer.getAttribute("href"));
  }

  /** A reading of the doctor elsewhere whose record came. */
  private static String reading() {
    RecordSharing sharing =
        new RecordSharing(
            world.stage(), ELSEWHERE, Role.PATIENT.userName(), world.episode("chest-pain"));
    return sharing.read(sharing.readable()).id();
  }
}
