package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Iterator;
import java.util.List;

/**
 * A person with codes adds a passkey, signs in by it, and removes it again. Her security key is the
 * browser's own virtual one; recovery codes save waiting for the next code.
 */
final class PasskeySteps {
  private static final String FACTOR = "account/second-factor.xhtml";
  private static final String NAME = "Key on the ring";
  private static final String START = "[data-passkey-start]";
  private static final String REFUSING =
      "() => { navigator.credentials.get = () => Promise.reject(new DOMException('',"
          + " 'NotAllowedError')); }";

  private final Browsers browsers;
  private final Installation installation;
  private final String userName;
  private final String password;
  private final Iterator<String> codes;

  PasskeySteps(
      Browsers browsers,
      Installation installation,
      String userName,
      String password,
      List<String> recoveryCodes) {
    this.browsers = browsers;
    this.installation = installation;
    this.userName = userName;
    this.password = password;
    this.codes = recoveryCodes.iterator();
  }

  void take() {
    try (BrowserVisit visit = browsers.visit(installation.portalByName())) {
      giveSecurityKey(visit);
      adds(visit);
      addsTheSameAgain(visit);
      signsInByIt(visit);
      elsewhereItDoesNot();
      removes(visit);
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void adds(BrowserVisit visit) {
    visit.signIn(userName, password);
    assertThat(visit.page().locator(START).count()).as("no passkey yet").isZero();
    enterCode(visit);
    visit.open(FACTOR);
    assertThat(visit.text()).contains("You have no passkey");
    assertThat(visit.violations()).isEmpty();
    visit.picture("passkey-1-none");
    visit.element("passkeys:name").fill(NAME);
    visit.element("passkeys:password").fill(password);
    visit.element("passkeys:code").fill("000000");
    visit.press("passkeys:begin");
    assertThat(visit.text()).contains("EHR-1041");
    begin(visit);
    assertThat(isFocused(visit)).as("the keyboard goes on there").isTrue();
    assertThat(visit.violations()).isEmpty();
    visit.picture("passkey-2-ask");
    visit.page().keyboard().press("Enter");
    until(visit, "The passkey is added");
    visit.settle();
    assertThat(visit.element("passkeys:table").innerText()).contains(NAME, "Never");
    assertThat(visit.text()).contains("Passkey added");
    assertThat(visit.violations()).isEmpty();
    visit.picture("passkey-3-added");
  }

  private void addsTheSameAgain(BrowserVisit visit) {
    begin(visit);
    visit.page().locator(START).click();
    until(visit, "This device has a passkey of yours already");
    assertThat(visit.violations()).isEmpty();
    visit.picture("passkey-4-known");
    visit.press("passkeys:stop");
    assertThat(visit.page().locator(START).count()).isZero();
  }

  private void signsInByIt(BrowserVisit visit) {
    visit.press("session:signOut");
    visit.signIn(userName, password);
    assertThat(visit.text()).contains("use a passkey, or a code");
    assertThat(isFocused(visit)).as("one key signs in").isTrue();
    assertThat(visit.violations()).isEmpty();
    visit.picture("passkey-5-sign-in");
    visit.page().evaluate(REFUSING);
    visit.page().locator(START).click();
    until(visit, "No passkey was used");
    assertThat(visit.violations()).isEmpty();
    visit.picture("passkey-6-cancelled");
    visit.open("sign-in-code.xhtml");
    visit.page().keyboard().press("Enter");
    visit.page().waitForURL("**/auditor/**");
    visit.settle();
    visit.open(FACTOR);
    assertThat(visit.element("passkeys:table").innerText()).doesNotContain("Never");
  }

  /** At another address of the same server, and in a browser that has no passkeys. */
  private void elsewhereItDoesNot() {
    try (BrowserVisit visit = browsers.visit(installation)) {
      giveSecurityKey(visit);
      visit.signIn(userName, password);
      visit.page().locator(START).click();
      until(visit, "Passkeys work at the address localhost only");
      visit.picture("passkey-7-other-address");
      visit.page().addInitScript("delete window.PublicKeyCredential");
      visit.open("sign-in-code.xhtml");
      until(visit, "This browser has no passkeys here");
      assertThat(visit.page().locator(START).isDisabled()).isTrue();
      assertThat(visit.violations()).isEmpty();
      visit.picture("passkey-8-unable");
      enterCode(visit);
      assertThat(visit.page().url()).contains("auditor/");
      assertThat(visit.complaints()).isEmpty();
    }
  }

  private void removes(BrowserVisit visit) {
    visit.open(FACTOR);
    visit.press("passkeys:table:0:choose");
    assertThat(visit.text()).contains("Remove " + NAME + "?");
    assertThat(visit.violations()).isEmpty();
    visit.picture("passkey-9-remove");
    visit.press("passkeys:keep");
    assertThat(visit.text()).doesNotContain("Remove " + NAME + "?");
    visit.press("passkeys:table:0:choose");
    visit.element("passkeys:leavePassword").fill(password);
    visit.element("passkeys:leaveCode").fill(codes.next());
    visit.press("passkeys:remove");
    assertThat(visit.text())
        .contains("The passkey is removed", "You have no passkey", "Passkey removed");
  }

  private void begin(BrowserVisit visit) {
    visit.element("passkeys:name").fill(NAME);
    visit.element("passkeys:password").fill(password);
    visit.element("passkeys:code").fill(codes.next());
    visit.press("passkeys:begin");
    visit.page().locator(START).waitFor();
  }

  private void enterCode(BrowserVisit visit) {
    visit.element("signInCode:code").fill(codes.next());
    visit.press("signInCode:submit");
  }

  private static boolean isFocused(BrowserVisit visit) {
    return (boolean)
        visit.page().locator(START).evaluate("button => button === document.activeElement");
  }

  private static void until(BrowserVisit visit, String text) {
    visit.page().locator("main", new Page.LocatorOptions().setHasText(text)).waitFor();
  }

  private static void giveSecurityKey(BrowserVisit visit) {
    CDPSession browser = visit.page().context().newCDPSession(visit.page());
    browser.send("WebAuthn.enable");
    JsonObject key = new JsonObject();
    key.addProperty("protocol", "ctap2");
    key.addProperty("transport", "usb");
    key.addProperty("hasResidentKey", true);
    key.addProperty("hasUserVerification", true);
    key.addProperty("isUserVerified", true);
    key.addProperty("automaticPresenceSimulation", true);
    JsonObject options = new JsonObject();
    options.add("options", key);
    browser.send("WebAuthn.addVirtualAuthenticator", options);
  }
}
