package org.epione.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The installed Chromium, driven by Playwright, from the first test of a class to the last; the
 * class is skipped where there is none.
 */
final class Browsers implements BeforeAllCallback, AfterAllCallback {
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> chromium = chromium();
    Assumptions.assumeTrue(
        chromium.isPresent(),
        "Browser tests skipped: there is no Chromium. Install it (Debian: apt-get install"
            + " chromium), or name its program in EPIONE_CHROMIUM.");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(chromium.get()));
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
    return visit(installation.target().portal());
  }

  /** As {@link #visit(Installation)}, of the portal at that address. */
  BrowserVisit visit(URI portal) {
    return new BrowserVisit(
        Objects.requireNonNull(browser)
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(1280, 860)
                    .setLocale("en-GB")
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setTimezoneId("UTC")),
        portal);
  }

  /** A window of a person of the shared world, who has signed in. */
  BrowserVisit as(World world, String userName) {
    BrowserVisit visit = visit(world.installation());
    visit.signIn(userName, world.stage().password(userName));
    return visit;
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (playwright != null) {
      playwright.close();
    }
  }
}
