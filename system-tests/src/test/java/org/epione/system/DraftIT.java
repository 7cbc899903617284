package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.epione.demo.Stage;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A doctor writes in a browser, and everything goes wrong that can: nothing written is lost. */
class DraftIT {

  @RegisterExtension private static final Browsers BROWSERS = new Browsers();

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final SoleDoctor episodes = new SoleDoctor(world);

  @Test
  void text_shouldBeThereAgain_whenPageIsLoadedAgainOrServerWasAway() {
    Episode episode = episodes.turn("Back pain", "161891005");
    try (BrowserVisit visit = writing(episode)) {
      assertThat(visit.element("draftState").textContent()).isEmpty();
      visit.element("write:text").pressSequentially("Pain when lifting");
      saved(visit);
      assertThat(visit.violations()).isEmpty();
      visit.picture("draft-1-saved");
      visit.page().reload();
      assertThat(visit.element("write:text").inputValue()).isEqualTo("Pain when lifting");
      assertThat(visit.element("draftState").textContent()).startsWith("Saved at ");
      assertThat(visit.complaints()).isEmpty();

      visit.page().context().setOffline(true);
      visit.element("write:text").fill("Pain when lifting,\nnone at rest");
      visit.page().locator("#draftState:has-text('does not answer')").waitFor();
      visit.page().context().setOffline(false);
      saved(visit);
      visit.open("doctor/inbox.xhtml");
      visit.page().goBack();
      assertThat(visit.element("write:text").inputValue())
          .isEqualTo("Pain when lifting,\nnone at rest");
    }
  }

  @Test
  void text_shouldNotBeOverwritten_whenAnotherWindowHasANewerOne() {
    Episode episode = episodes.turn("Back pain", "161891005");
    try (BrowserVisit older = writing(episode);
        BrowserVisit newer = writing(episode)) {
      newer.element("write:text").fill("What the newer window says");
      saved(newer);
      older.element("write:text").fill("What the older window says");
      visible(older, "draftRefused");
      assertThat(older.element("draftRefused").innerText()).contains("EHR-3017");
      assertThat(older.element("write:text").inputValue()).isEqualTo("What the older window says");
      assertThat(older.violations()).isEmpty();
      older.picture("draft-2-newer");

      older.press("write:prepare");
      assertThat(older.element("signing").isVisible()).isFalse();
      older.element("draftRefused").locator("a").click();
      older.settle();
      assertThat(older.element("write:text").inputValue()).isEqualTo("What the newer window says");
      assertThat(newer.complaints()).isEmpty();
    }
  }

  @Test
  void text_shouldStay_whenSessionEndsWhileWriting() {
    Episode episode = episodes.turn("Back pain", "161891005");
    try (BrowserVisit visit = writing(episode)) {
      visit.element("write:text").fill("Written before");
      saved(visit);
      visit.endSession();
      visit.element("write:text").fill("Written before and after");
      visible(visit, "draftEnded");
      assertThat(visit.violations()).isEmpty();
      visit.picture("draft-3-session-ended");

      Page signIn =
          visit.page().waitForPopup(() -> visit.element("draftEnded").locator("a").click());
      signIn.locator("input[id$=userName]").fill(SoleDoctor.DOCTOR);
      signIn.locator("input[id$=password]").fill(stage.password(SoleDoctor.DOCTOR));
      signIn.locator("button[type=submit]").click();
      signIn.waitForURL(address -> !address.contains("sign-in"));
      signIn.close();
      visit.element("write:text").fill("Written before, after and again");
      visit.element("draftEnded").waitFor(hidden());
      saved(visit);
      assertThat(visit.element("write:text").inputValue())
          .isEqualTo("Written before, after and again");
      visit.press("write:prepare");
      assertThat(visit.element("sign").innerText()).contains("Written before, after and again");
    }
  }

  @Test
  void signature_shouldBeMadeOnce_whenTheButtonIsPressedTwice() {
    Episode episode = episodes.turn("Back pain", "161891005");
    try (BrowserVisit visit = writing(episode)) {
      visit.element("write:text").fill("Typed and shown at once");
      visit.press("write:prepare");
      visit.element("sign:password").waitFor();
      assertThat(visit.element("sign").innerText()).contains("Typed and shown at once");
      visit.element("sign:password").fill(stage.password(SoleDoctor.DOCTOR));
      visit.element("sign:submit").dblclick();
      visit.page().waitForURL(address -> address.contains("inbox"));
      visit.settle();
      assertThat(visit.text()).contains("Signed.").doesNotContain(episode.reference());
      assertThat(visit.complaints()).isEmpty();

      visit.page().goBack();
      visit.settle();
      assertThat(visit.element("write").count()).isZero();
      assertThat(visit.text()).containsOnlyOnce("EHR-3003");
      visit.picture("draft-4-back");
    }
    stage
        .waiting()
        .untilTrue("FINAL", "the episode", () -> episodes.now(episode).state().equals("FINAL"));
    assertThat(episodes.now(episode).signatures()).isEqualTo(1);
  }

  private BrowserVisit writing(Episode episode) {
    BrowserVisit visit = BROWSERS.as(world, SoleDoctor.DOCTOR);
    visit.open("doctor/turn.xhtml?episode=" + episode.id());
    return visit;
  }

  private static void saved(BrowserVisit visit) {
    visit.page().locator("#draftState:has-text('Saved at')").waitFor();
    visit.element("draftTyping").waitFor(hidden());
  }

  private static void visible(BrowserVisit visit, String id) {
    visit.element(id).waitFor();
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }
}
