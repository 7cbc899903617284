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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.AccountBook;
import org.epione.demo.Target;
import org.epione.demo.client.BrokerAddress;
import org.epione.station.Subscription;

/**
 * An installation of a server: a new home, free ports, and settings. It can be started again and
 * again.
 */
final class Installation {
  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 32_000;
  private static final Set<Integer> PORTS_GIVEN = ConcurrentHashMap.newKeySet();

  /** For processes that live for minutes: half the processor time of what a server is set to. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /**
   * The least that a server can be set to. Hundreds of passwords are typed in these tests, each
   * half a second of a processor at the default, which {@code ./ehr demo} plays with.
   */
  private static final String CHEAP_MEMORY_KIB = "8192";

  static final String FIRST_USER = "ingrid.vasquez";

  private static final String STATIONS_USER = "stations";

  private final String name;
  private final Path home;
  private final Target target;
  private final Map<String, String> environment = new HashMap<>();

  private Installation(String name, Path home, Target target) {
    this.name = name;
    this.home = home;
    this.target = target;
  }

  /** A new, empty installation on free ports. */
  static Installation create(String name) {
    BrokerAddress broker =
        new BrokerAddress(
            "tcp://127.0.0.1:" + freePort(), "integration", UUID.randomUUID().toString());
    Subscription stations =
        new Subscription(broker.url(), STATIONS_USER, UUID.randomUUID().toString());
    return create(name, broker, Optional.of(stations))
        .with("EPIONE_BROKER_STATIONS_USER", stations.user())
        .with("EPIONE_BROKER_STATIONS_PASSWORD", stations.password())
        .with("EPIONE_BROKER_LISTEN", broker.url())
        .with("EPIONE_BROKER_LISTEN_USER", broker.userName())
        .with("EPIONE_BROKER_LISTEN_PASSWORD", broker.password());
  }

  /** A new, empty installation, of whose broker nothing is set yet; hospitals reach it there. */
  static Installation create(String name, BrokerAddress broker) {
    return create(name, broker, Optional.empty());
  }

  private static Installation create(
      String name, BrokerAddress broker, Optional<Subscription> stations) {
    try {
      Path folder = Path.of(System.getProperty("epione.target")).resolve("installations");
      Files.createDirectories(folder);
      Path home = Files.createTempDirectory(folder, name + "-");
      int port = freePort();
      String password =
          AccountBook.in(home, new SecureRandomSource()).passphrase(FIRST_USER, "system manager");
      URI portal = URI.create("http://127.0.0.1:" + port + "/ehr/");
      Installation created =
          new Installation(
              name, home, new Target(portal, broker, stations, home, FIRST_USER, password));
      return created
          .with("EPIONE_HOME", home.toString())
          .with("EPIONE_HTTP_PORT", Integer.toString(port))
          .with("EPIONE_ADMIN_USER", FIRST_USER)
          .with("EPIONE_ADMIN_PASSWORD", password)
          .with("EPIONE_PASSWORD_MEMORY_KIB", CHEAP_MEMORY_KIB)
          .with("EPIONE_PASSWORD_PASSES", "1")
          .with("JDK_JAVA_OPTIONS", SHORT_LIVED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A server that runs already, of any kind: the system properties {@code epione.test.portal} and
   * {@code epione.test.broker} say where, {@code epione.test.home} where its data is, and the
   * environment has the passwords under the names that the server was given them by.
   */
  static Optional<Installation> running() {
    String portal = System.getProperty("epione.test.portal", "");
    if (portal.isEmpty()) {
      return Optional.empty();
    }
    Path home = Path.of(System.getProperty("epione.test.home"));
    BrokerAddress broker =
        new BrokerAddress(
            System.getProperty("epione.test.broker"),
            System.getenv("EPIONE_BROKER_LISTEN_USER"),
            System.getenv("EPIONE_BROKER_LISTEN_PASSWORD"));
    String password = System.getenv("EPIONE_ADMIN_PASSWORD");
    return Optional.of(
        new Installation(
            "running",
            home,
            new Target(
                URI.create(portal),
                broker,
                Optional.ofNullable(System.getenv("EPIONE_BROKER_STATIONS_PASSWORD"))
                    .map(secret -> new Subscription(broker.url(), STATIONS_USER, secret)),
                home,
                FIRST_USER,
                password)));
  }

  /** Its portal by the name of this machine, which browsers make passkeys for. */
  URI portalByName() {
    return URI.create("http://localhost:" + target.portal().getPort() + target.portal().getPath());
  }

  /** Allows passkeys there. */
  Installation withPasskeys() {
    return with("EPIONE_PORTAL_ORIGIN", "http://localhost:" + target.portal().getPort());
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
    return target;
  }

  /** Starts its server and waits until it is ready. */
  RunningServer start() {
    return RunningServer.start(this);
  }

  @Override
  public String toString() {
    return name + " in " + home;
  }

  /**
   * A port that nothing listens at and no outgoing connection takes, not even while its server is
   * down: below the ports that operating systems give by themselves. Never the same again.
   */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      if (PORTS_GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
