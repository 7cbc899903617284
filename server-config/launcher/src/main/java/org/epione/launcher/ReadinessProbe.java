package org.epione.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks whether the application serves: its sign-in page is there, and the server's readiness says
 * that database, broker, chain and pairing backend work. The server alone says it is ready before
 * the application is deployed.
 */
final class ReadinessProbe {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  // A page is compiled when it is asked for first; a busy machine takes its time.
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int LONGEST_ANSWER = 2_000;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final List<URI> pages;

  ReadinessProbe(URI portal) {
    this.pages = List.of(portal.resolve("sign-in.xhtml"), portal.resolve("/health/ready"));
  }

  /** Why the application does not serve yet; nothing when it does. */
  Optional<String> obstacle() throws InterruptedException {
    for (URI page : pages) {
      Optional<String> obstacle = obstacle(page);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }

  private Optional<String> obstacle(URI page) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(ANSWER).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == OK) {
        return Optional.empty();
      }
      String text = answer.body().strip();
      return Optional.of(
          page.getPath()
              + " answers "
              + answer.statusCode()
              + " "
              + text.substring(0, Math.min(text.length(), LONGEST_ANSWER)));
    } catch (IOException notYet) {
      return Optional.of(page.getPath() + " does not answer (" + notYet + ")");
    }
  }
}
