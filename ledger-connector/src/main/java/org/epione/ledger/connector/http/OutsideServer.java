package org.epione.ledger.connector.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Posts to one address and takes what fits into the bounds, redirected nowhere. Thread-safe. */
public final class OutsideServer {

  private static final int OK = 200;

  private static final String LATE = "does not answer in time";

  private final URI address;
  private final Map<String, String> headers;
  private final int maxLength;
  private final Duration patience;
  private final HttpClient client;

  /**
   * A server.
   *
   * @param address where to post
   * @param headers of every request
   * @param maxLength most bytes of an answer
   * @param patience how long connecting, asking and the whole answer may take together
   */
  public OutsideServer(URI address, Map<String, String> headers, int maxLength, Duration patience) {
    this.address = address;
    this.headers = Map.copyOf(headers);
    this.maxLength = maxLength;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /**
   * The body of the answer.
   *
   * @throws OutsideException if there is none with status 200 within the bounds
   */
  public byte[] post(String type, byte[] body) throws OutsideException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    HttpResponse<byte[]> response = send(request.build());
    if (response.statusCode() != OK) {
      throw new OutsideException("answers with HTTP status " + response.statusCode());
    }
    return response.body();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws OutsideException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new BoundedBody(maxLength));
    try {
      // The request's own timeout ends with the answer's headers.
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new OutsideException(LATE);
    } catch (ExecutionException e) {
      throw new OutsideException(reason(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutsideException("was interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  private static String reason(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof BoundedBody.TooLongException) {
        return "answers with too many bytes";
      }
    }
    if (cause instanceof HttpTimeoutException) {
      return LATE;
    }
    return cause instanceof IOException
        ? "cannot be reached (" + cause.getClass().getSimpleName() + ")"
        : "cannot be asked";
  }
}
