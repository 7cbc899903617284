package org.epione.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.AccountBook;
import org.epione.demo.Target;
import org.epione.demo.client.BrokerAddress;

/**
 * An installation of a server: a new home, free ports, and settings. It can be started again and
 * again.
 */
final class Installation {
  static final String FIRST_USER = "ingrid.vasquez";

  private final String name;
  private final Path home;
  private final int httpPort;
  private final BrokerAddress broker;
  private final String firstPassword;
  private final Map<String, String> environment = new HashMap<>();

  private Installation(String name) throws IOException {
    this.name = name;
    Path folder = Path.of(System.getProperty("epione.target")).resolve("installations");
    Files.createDirectories(folder);
    this.home = Files.createTempDirectory(folder, name + "-");
    this.httpPort = freePort();
    this.broker =
        new BrokerAddress(
            "tcp://127.0.0.1:" + freePort(), "integration", UUID.randomUUID().toString());
    this.firstPassword =
        AccountBook.in(home, new SecureRandomSource()).passphrase(FIRST_USER, "system manager");
    environment.put("EPIONE_HOME", home.toString());
    environment.put("EPIONE_HTTP_PORT", Integer.toString(httpPort));
    environment.put("EPIONE_ADMIN_USER", FIRST_USER);
    environment.put("EPIONE_ADMIN_PASSWORD", firstPassword);
    environment.put("EPIONE_BROKER_LISTEN", broker.url());
    environment.put("EPIONE_BROKER_LISTEN_USER", broker.userName());
    environment.put("EPIONE_BROKER_LISTEN_PASSWORD", broker.password());
  }

  /** A new, empty installation. */
  static Installation create(String name) {
    try {
      return new Installation(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a setting. */
  Installation with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Where its data is. */
  Path home() {
    return home;
  }

  /** Its settings. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** What its process writes outside its log. */
  Path console() {
    return home.resolve("console.log");
  }

  /** For the player. */
  Target target() {
    return new Target(
        URI.create("http://127.0.0.1:" + httpPort + "/ehr/"),
        broker,
        home,
        FIRST_USER,
        firstPassword);
  }

  /** Starts its server and waits until it is ready. */
  RunningServer start() {
    return RunningServer.start(this);
  }

  @Override
  public String toString() {
    return name + " in " + home;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
