package org.epione.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.epione.demo.client.Waiting;

/**
 * One person's visit in a browser. Whatever the browser complains about on the way (errors of
 * scripts, violations of the content security policy, missing files) is kept.
 */
final class BrowserVisit implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String CUT_OFF =
      "() => [...document.querySelectorAll('html, .ui-datatable-tablewrapper, .ep-panel')]"
          + ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.id || e.className)"
          + ".join(' ')";

  /**
   * The event of a scroll comes with the next frame; what a script asks for after an answer, it
   * asks for before the one after that.
   */
  private static final String TWO_FRAMES =
      "() => new Promise(done =>"
          + " requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

  private static final String AT_REST =
      "() => document.readyState === 'complete'"
          + " && (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())";

  private static final String AXE = axe();

  /** But for the list that PrimeFaces makes of messages, whose items are alerts by role. */
  private static final String VIOLATIONS =
      "() => axe.run({exclude: ['.ui-messages']}, {resultTypes: ['violations']})"
          + ".then(result => result.violations"
          + ".map(v => v.id + ' ' + v.help + ': ' + v.nodes.map(n => n.html).join(' ')))";

  private final BrowserContext context;
  private final Page page;
  private final URI portal;
  private final List<String> complaints = new ArrayList<>();

  /** Requests that are not answered yet. */
  private final Set<Request> open = new HashSet<>();

  /** Requests made so far. */
  private long asked;

  BrowserVisit(BrowserContext context, URI portal) {
    this.context = context;
    this.portal = portal;
    context.setDefaultTimeout(PATIENCE.toMillis());
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequest(
        request -> {
          asked++;
          open.add(request);
        });
    page.onRequestFinished(open::remove);
    page.onRequestFailed(open::remove);
    page.onFrameNavigated(this::navigated);
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            complaints.add(response.status() + " " + response.url());
          }
        });
  }

  /** Of what a page asked for before it was left, nothing is heard any more. */
  private void navigated(Frame frame) {
    if (frame.equals(page.mainFrame())) {
      open.clear();
    }
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
    settle();
    return response;
  }

  /** Signs in by the form. */
  void signIn(String userName, String password) {
    open("sign-in.xhtml");
    enter(userName, password);
  }

  /** Fills in the form of sign-in, which is open. */
  void enter(String userName, String password) {
    page.locator("input[id$=userName]").fill(userName);
    page.locator("input[id$=password]").fill(password);
    page.locator("button[type=submit]").click();
    settle();
  }

  /** Ends the session behind the page's back, as when it was left alone for too long. */
  void endSession() {
    context
        .request()
        .delete(
            portal.resolve("api/session").toString(),
            RequestOptions.create().setHeader("X-Epione-Request", "1"));
  }

  /** An element by the id that the page gives it. */
  Locator element(String id) {
    return page.locator("[id='" + id + "']");
  }

  /** Presses a button by its id, and waits for what it does. */
  void press(String id) {
    element(id).click();
    settle();
  }

  /**
   * Chooses the entry with that text from a list. An open list closes when the page is renewed or
   * scrolls, so both are over before it is opened.
   */
  void choose(String id, String text) {
    settle();
    element(id).scrollIntoViewIfNeeded();
    page.evaluate(TWO_FRAMES);
    element(id).click();
    page.locator("[id='" + id + "_panel'] li", new Page.LocatorOptions().setHasText(text)).click();
  }

  /** Opens a page again and again until something is to be seen on it. */
  void until(String path, BooleanSupplier seen) {
    new Waiting(Clock.systemUTC(), PATIENCE)
        .untilTrue(
            path,
            "the pictures",
            () -> {
              open(path);
              return seen.getAsBoolean();
            });
  }

  /**
   * Waits until the page asks for nothing any more, also not in answer to what it was told last: a
   * text is saved before it is shown for signing.
   */
  void settle() {
    new Waiting(Clock.systemUTC(), PATIENCE)
        .untilTrue("rest on " + page.url(), "the pictures", this::rests);
  }

  private boolean rests() {
    long before = asked;
    page.waitForFunction(AT_REST);
    page.waitForFunction(TWO_FRAMES);
    return open.isEmpty() && asked == before;
  }

  /** What a person reads on the page. */
  String text() {
    return page.locator("main").innerText();
  }

  /** The addresses in the menu. */
  List<String> menu() {
    return page.locator("nav a[href]").all().stream()
        .map(link -> link.getAttribute("href"))
        .filter(address -> address.contains(".xhtml"))
        .distinct()
        .toList();
  }

  /** What axe finds on the page that people with assistive technology cannot use. */
  List<?> violations() {
    page.evaluate(AXE);
    return (List<?>) page.evaluate(VIOLATIONS);
  }

  private static String axe() {
    try (InputStream script = BrowserVisit.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Keeps a picture of the page, and complains where a part of it does not fit in. */
  void picture(String name) {
    Object cut = page.evaluate(CUT_OFF);
    if (!cut.toString().isEmpty()) {
      complaints.add(page.url() + ": wider than the window: " + cut);
    }
    Path folder = Path.of(System.getProperty("epione.target")).resolve("screenshots");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  @Override
  public void close() {
    context.close();
  }
}
