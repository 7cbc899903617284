package org.epione.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * An HTTP request written byte by byte, for what a well-behaved client does not send, and from
 * another source address than the tests' own.
 */
final class RawRequest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String method;
  private final String path;
  private final StringBuilder headers = new StringBuilder();
  private byte[] body = new byte[0];
  private String source = "127.0.0.1";

  /** What came back. */
  record Answer(int status, String headers, String body) {
    /** The first header of that name. */
    Optional<String> header(String name) {
      return headers
          .lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  private RawRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  static RawRequest get(String path) {
    return new RawRequest("GET", path);
  }

  static RawRequest post(String path, String json) {
    return changing("POST", path, json.getBytes(StandardCharsets.UTF_8));
  }

  /** A request that changes something, as our own clients send it but for the body. */
  static RawRequest changing(String method, String path, byte[] body) {
    RawRequest request = new RawRequest(method, path);
    request.body = body.clone();
    return request.with("Content-Type", "application/json").with("X-Epione-Request", "1");
  }

  /** Bytes, as a station sends them. */
  static RawRequest octets(String path, byte[] body) {
    RawRequest request = new RawRequest("POST", path);
    request.body = body.clone();
    return request.with("Content-Type", "application/octet-stream").with("X-Epione-Request", "1");
  }

  RawRequest with(String header, String content) {
    headers.append(header).append(": ").append(content).append("\r\n");
    return this;
  }

  /** Another address of the loopback network, as of another machine. */
  RawRequest from(String address) {
    source = address;
    return this;
  }

  Answer send(Installation installation) {
    var portal = installation.target().portal();
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(source), 0));
      socket.connect(new InetSocketAddress(portal.getHost(), portal.getPort()));
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String head =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: "
              + portal.getAuthority()
              + "\r\nConnection: close\r\nContent-Length: "
              + body.length
              + "\r\n"
              + headers
              + "\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
      return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer parse(String text) {
    String[] parts = text.split("\r\n\r\n", 2);
    int status = Integer.parseInt(parts[0].substring(9, 12));
    return new Answer(status, parts[0], parts.length > 1 ? parts[1] : "");
  }
}
