package org.epione.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * Asks whether the application serves: its sign-in page is there, and the server's readiness says
 * that database, broker, chain and pairing backend work. The server alone says it is ready before
 * the application is deployed.
 */
final class ReadinessProbe {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final List<URI> pages;

  ReadinessProbe(URI portal) {
    this.pages = List.of(portal.resolve("sign-in.xhtml"), portal.resolve("/health/ready"));
  }

  boolean isReady() throws InterruptedException {
    for (URI page : pages) {
      if (!answers(page)) {
        return false;
      }
    }
    return true;
  }

  private boolean answers(URI page) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(TIMEOUT).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
