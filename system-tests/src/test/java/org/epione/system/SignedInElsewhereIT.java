package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.epione.demo.Stage;
import org.epione.demo.client.Invited;
import org.epione.demo.client.PortalSession;
import org.epione.demo.client.SystemManagerDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person is signed in at two browsers and by a program, and ends one from the other. */
class SignedInElsewhereIT {
  private static final String PASSWORD = "correct-horse-battery-staple";
  private static final String NEXT = "staple-battery-horse-correct";

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void sessions_shouldEnd_whenEndedElsewhere_orThePasswordChanges() {
    String userName = auditor();
    try (BrowserVisit desk = as(userName, PASSWORD);
        BrowserVisit phone = as(userName, PASSWORD)) {
      PortalSession program = stage.portal().signIn(userName, PASSWORD);
      desk.open("account/sessions.xhtml");
      assertThat(desk.page().locator("[id='sessions:table'] tbody tr").count()).isEqualTo(3);
      assertThat(desk.text()).contains("This one", "Chrome, Linux", "Another program");
      assertThat(desk.violations()).isEmpty();
      desk.picture("sessions-1-three");

      PortalSession later = stage.portal().signIn(userName, PASSWORD);
      desk.page()
          .locator("tr", new Page.LocatorOptions().setHasText("Another program"))
          .locator("button")
          .click();
      desk.settle();
      assertThat(desk.text()).contains("It is ended");
      assertThat(program.ask("GET", "api/session", null).status()).isEqualTo(401);
      assertThat(later.ask("GET", "api/session", null).status())
          .as("that came after the page was shown, in the place of the one that was ended")
          .isEqualTo(200);
      phone.open("auditor/episodes.xhtml");
      assertThat(phone.page().url()).as("not the one that was ended").contains("auditor/episodes");

      desk.press("sessions:others");
      desk.page().locator(".ui-confirmdialog-yes").click();
      desk.settle();
      assertThat(desk.text()).contains("All others are ended");
      phone.open("auditor/episodes.xhtml");
      assertThat(phone.page().url()).contains("sign-in");

      phone.enter(userName, PASSWORD);
      assertThat(phone.page().url()).contains("auditor/episodes");
      desk.open("account/password.xhtml");
      desk.element("change:old").fill(PASSWORD);
      desk.element("change:new").fill(NEXT);
      desk.element("change:repeat").fill(NEXT);
      desk.press("change:submit");
      assertThat(desk.text()).contains("The password is changed");
      phone.open("auditor/episodes.xhtml");
      assertThat(phone.page().url()).contains("sign-in");
      desk.open("account/second-factor.xhtml");
      assertThat(desk.text()).contains("Password changed", "Signed out elsewhere");
      assertThat(desk.complaints()).isEmpty();
      assertThat(phone.complaints()).isEmpty();
    }
  }

  private String auditor() {
    SystemManagerDesk manager = stage.systemManager();
    Invited invited = manager.inviteAuditor("Auditor " + UUID.randomUUID());
    String userName = "auditor." + invited.accountId();
    stage
        .portal()
        .activate(manager.auditorCode(invited.accountId()).orElseThrow(), userName, PASSWORD);
    return userName;
  }

  private BrowserVisit as(String userName, String password) {
    BrowserVisit visit = BROWSERS.visit(world.installation());
    visit.signIn(userName, password);
    return visit;
  }
}
