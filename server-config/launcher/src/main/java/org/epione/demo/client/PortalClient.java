package org.epione.demo.client;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A portal as its REST clients see it. Each person has a {@link PortalSession} of the own. */
public final class PortalClient {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final URI portal;
  private final HttpClient http;

  /**
   * A client of the portal at that address.
   *
   * @param portal ends in {@code /ehr/}
   */
  public PortalClient(URI portal) {
    this.portal = portal;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .build();
  }

  /** Address of the portal. */
  public URI portal() {
    return portal;
  }

  /** A session of somebody who has not signed in. */
  public PortalSession stranger() {
    return new PortalSession(this);
  }

  /**
   * Signs a person in.
   *
   * @throws PortalRefusal where the portal does not let her in
   */
  public PortalSession signIn(String userName, String password) {
    PortalSession session = new PortalSession(this);
    session.signIn(userName, password);
    return session;
  }

  /** Turns a one-time code into an account with user name and password. */
  public void activate(String code, String userName, String password) {
    stranger()
        .post(
            "api/session/activation",
            Json.createObjectBuilder()
                .add("code", code)
                .add("userName", userName)
                .add("password", password)
                .build());
  }

  /** A request of that path, to be completed and sent by {@link PortalSession#exchange}. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(portal.resolve(path)).timeout(ANSWER_WITHIN);
  }

  HttpResponse<byte[]> send(HttpRequest request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    String named = request.method() + " " + request.uri().getPath();
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw new PortalAway(named, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted(named, e);
    }
  }
}
