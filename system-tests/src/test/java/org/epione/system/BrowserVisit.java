package org.epione.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's visit in a browser. Whatever the browser complains about on the way (errors of
 * scripts, violations of the content security policy, missing files) is kept.
 */
final class BrowserVisit implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final URI portal;
  private final List<String> complaints = new ArrayList<>();

  BrowserVisit(BrowserContext context, URI portal) {
    this.context = context;
    this.portal = portal;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            complaints.add(response.status() + " " + response.url());
          }
        });
  }

  /** The page as it is now. */
  Page page() {
    return page;
  }

  /** What the browser complained about so far. */
  List<String> complaints() {
    return complaints;
  }

  /** Opens a page of the portal. */
  Response open(String path) {
    Response response = page.navigate(portal.resolve(path).toString());
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return response;
  }

  /** Signs in by the form. */
  void signIn(String userName, String password) {
    open("sign-in.xhtml");
    page.locator("input[id$=userName]").fill(userName);
    page.locator("input[id$=password]").fill(password);
    page.locator("button[type=submit]").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** The addresses in the menu. */
  List<String> menu() {
    return page.locator("nav a[href]").all().stream()
        .map(link -> link.getAttribute("href"))
        .filter(address -> address.contains(".xhtml"))
        .distinct()
        .toList();
  }

  /** Keeps a picture of the page. */
  void picture(String name) {
    Path folder = Path.of(System.getProperty("epione.target")).resolve("screenshots");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
