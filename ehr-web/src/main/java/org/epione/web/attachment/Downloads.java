package org.epione.web.attachment;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.epione.attachment.boundary.Download;

/**
 * Answers with an attachment as a file to save, never as a page: a browser shows nothing of it in
 * the portal's origin, and guesses no other type.
 */
public final class Downloads {

  private static final String UNRESERVED = "-._~";

  private Downloads() {}

  /** The answer; it closes the download, at once where only the headers were asked for. */
  public static Response of(Download download, Request request) {
    Response.ResponseBuilder answer =
        Response.ok()
            .type(download.mediaType())
            .header(HttpHeaders.CONTENT_LENGTH, download.size())
            .header(HttpHeaders.CONTENT_DISPOSITION, disposition(download.name()))
            .header("Content-Security-Policy", "sandbox; default-src 'none'");
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      close(download);
      return answer.build();
    }
    return answer
        .entity(
            (StreamingOutput)
                out -> {
                  try (InputStream in = download.content()) {
                    in.transferTo(out);
                  }
                })
        .build();
  }

  private static void close(Download download) {
    try {
      download.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** RFC 6266 with RFC 8187: a plain name for old clients, the real one for all others. */
  static String disposition(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .forEach(
            each -> plain.append(each >= ' ' && each < 0x7f && each != '%' ? (char) each : '_'));
    StringBuilder encoded = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      int value = each & 0xff;
      boolean unreserved =
          value < 0x80 && (Character.isLetterOrDigit(value) || UNRESERVED.indexOf(value) >= 0);
      encoded.append(unreserved ? String.valueOf((char) value) : "%%%02X".formatted(value));
    }
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(plain.toString().replaceAll("[\"\\\\]", "_"), encoded);
  }
}
