package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What one person does at the portal: her cookies, and JSON requests. A session that the server has
 * forgotten (a restart, or a long pause) is signed in again once and the request repeated; a
 * refusal says that nothing was done, so repeating is safe.
 */
public final class PortalSession {

  private static final String ACCEPTED =
      "application/json, application/octet-stream, application/pdf, text/plain";

  /** A year of a chain is made into a file before the first byte of it is sent. */
  private static final Duration FILE_WITHIN = Duration.ofMinutes(30);

  /** Header that tells a request of the own client from one forged by another site's page. */
  public static final String OWN_REQUEST = "X-Epione-Request";

  private final PortalClient client;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private @Nullable JsonObject credentials;

  PortalSession(PortalClient client) {
    this.client = client;
  }

  /** Signs in and keeps the session cookie. */
  public void signIn(String userName, String password) {
    JsonObject offered =
        Json.createObjectBuilder().add("userName", userName).add("password", password).build();
    post("api/session", offered);
    credentials = offered;
  }

  /** Signs out; the session cannot be used afterwards. */
  public void signOut() {
    credentials = null;
    need("DELETE", "api/session", null);
    cookies.clear();
  }

  /** Reads an object. */
  public JsonObject get(String path) {
    return need("GET", path, null).object();
  }

  /** Reads a list. */
  public JsonArray list(String path) {
    return need("GET", path, null).array();
  }

  /** Reads bytes, for example an exported chain. */
  public byte[] bytes(String path) {
    return need("GET", path, null).body();
  }

  /** What is made of content that may be more than memory holds. */
  @FunctionalInterface
  public interface Reading<T> {
    /**
     * Reads it; {@code length} in bytes as the portal announces it, 0 where it does not.
     *
     * @throws IOException also where the connection breaks before the end
     */
    T of(InputStream content, long length) throws IOException;
  }

  /**
   * Reads bytes as they come, soon after signing in.
   *
   * @throws IOException if {@code reading} throws it, or the connection breaks
   */
  public <T> T read(String path, Reading<T> reading) throws IOException {
    HttpRequest.Builder request =
        withCookies(client.request(path).header("Accept", ACCEPTED)).timeout(FILE_WITHIN);
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream content = response.body()) {
      if (response.statusCode() != 200) {
        PortalAnswer answer = answer(response, content.readAllBytes());
        throw refusal("GET", path, answer);
      }
      return reading.of(content, response.headers().firstValueAsLong("Content-Length").orElse(0));
    }
  }

  /** Sends an object and answers the object that came back, empty where none did. */
  public JsonObject post(String path, JsonStructure body) {
    return need("POST", path, body).object();
  }

  /**
   * Sends a slice of a file to an upload that was begun.
   *
   * @param offset of its first byte in the file
   * @param digest SHA-256 of the slice
   */
  public void slice(String path, long offset, Digest digest, byte[] slice) {
    PortalAnswer answer =
        exchange(
            client
                .request(path)
                .header(OWN_REQUEST, "1")
                .header("Accept", ACCEPTED)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .header(
                    "Content-Digest",
                    "sha-256=:" + Base64.getEncoder().encodeToString(digest.bytes()) + ":")
                .method("PATCH", BodyPublishers.ofByteArray(slice)));
    if (!answer.accepted()) {
      throw refusal("PATCH", path, answer);
    }
  }

  /** Removes something. */
  public void delete(String path) {
    need("DELETE", path, null);
  }

  /** Sends an object and answers the list that came back. */
  public JsonArray postForList(String path, JsonObject body) {
    return need("POST", path, body).array();
  }

  /** Any request, whatever comes back: for those who expect a refusal. */
  public PortalAnswer ask(String method, String path, @Nullable JsonStructure body) {
    PortalAnswer answer = exchange(method, path, body);
    JsonObject again = credentials;
    if (answer.status() == 401 && again != null && !path.startsWith("api/session")) {
      cookies.clear();
      signIn(again.getString("userName"), again.getString("password"));
      answer = exchange(method, path, body);
    }
    return answer;
  }

  /** The cookies as the browser would send them. */
  public Map<String, String> cookies() {
    return cookies;
  }

  private PortalAnswer need(String method, String path, @Nullable JsonStructure body) {
    PortalAnswer answer = ask(method, path, body);
    if (!answer.accepted()) {
      throw refusal(method, path, answer);
    }
    return answer;
  }

  private static RuntimeException refusal(String method, String path, PortalAnswer answer) {
    return notServed(answer)
        ? new PortalAway(method + " " + path + " was answered with " + answer)
        : new PortalRefusal(method + " " + path, answer);
  }

  /**
   * A server that is still starting answers, but not the application in it; or it says that it can
   * not now (502, 503), or that this comes too soon (429).
   */
  private static boolean notServed(PortalAnswer answer) {
    boolean starting = answer.status() == 404 && answer.code().isEmpty();
    return starting || Set.of(429, 502, 503).contains(answer.status());
  }

  private PortalAnswer exchange(String method, String path, @Nullable JsonStructure body) {
    HttpRequest.Builder request = client.request(path).header("Accept", ACCEPTED);
    if (!method.equals("GET")) {
      request.header(OWN_REQUEST, "1");
    }
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body.toString()));
    }
    return exchange(request);
  }

  /** Sends a request that was built by hand, with this session's cookies. */
  public PortalAnswer exchange(HttpRequest.Builder request) {
    HttpResponse<byte[]> response = client.send(withCookies(request).build());
    keepCookies(response);
    return answer(response, response.body());
  }

  private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
    return cookies.isEmpty()
        ? request
        : request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
  }

  private static PortalAnswer answer(HttpResponse<?> response, byte[] body) {
    return new PortalAnswer(
        response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), body);
  }

  private void keepCookies(HttpResponse<byte[]> response) {
    for (String header : response.headers().allValues("Set-Cookie")) {
      for (HttpCookie cookie : HttpCookie.parse(header)) {
        if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
          cookies.remove(cookie.getName());
        } else {
          cookies.put(cookie.getName(), cookie.getValue());
        }
      }
    }
  }
}
