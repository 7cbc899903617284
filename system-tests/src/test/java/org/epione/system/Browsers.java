package org.epione.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The installed Chromium, driven by Playwright; tests are skipped where there is none. */
final class Browsers implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private Browsers(Path chromium) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(chromium));
  }

  /** Starts it, or skips the test. */
  static Browsers open() {
    Optional<Path> chromium = chromium();
    Assumptions.assumeTrue(
        chromium.isPresent(),
        "Browser tests skipped: there is no Chromium. Install it (Debian: apt-get install"
            + " chromium), or name its program in EPIONE_CHROMIUM.");
    return new Browsers(chromium.get());
  }

  private static Optional<Path> chromium() {
    return Stream.of(
            Optional.ofNullable(System.getenv("EPIONE_CHROMIUM")).orElse(""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * A window of its own for a person, with nothing remembered. It asks for no motion, so that
   * colours are looked at as they are, and not on their way from one to another.
   */
  BrowserVisit visit(Installation installation) {
    return new BrowserVisit(
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, 860)
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("UTC")),
        installation.target().portal());
  }

  @Override
  public void close() {
    playwright.close();
  }
}
