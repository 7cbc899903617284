package org.epione.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.AccountBook;
import org.epione.demo.Demonstration;
import org.epione.demo.Target;
import org.epione.demo.client.BrokerAddress;
import org.epione.settings.Settings;
import org.epione.station.Subscription;

/**
 * Starts an installation with the demonstration's people and plays the main job on it; or plays it
 * on a server that runs elsewhere.
 */
final class DemoCommand implements Command {

  private static final String FIRST_USER = "ingrid.vasquez";
  private static final String INTEGRATION_USER = "hospital-systems";
  private static final String STATIONS_USER = "stations";
  private static final int PASSWORD_BYTES = 24;

  private final Settings settings;

  DemoCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String synopsis() {
    return "[--once] [--portal URL --broker URL]";
  }

  @Override
  public String purpose() {
    return "plays the main job with made-up patients, and stays up; --once stops after it;"
        + " --portal plays on a server that runs elsewhere";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal)
      throws CommandFailure, InterruptedException {
    DemoArguments parsed = DemoArguments.of(arguments);
    Optional<URI> portal = parsed.portal();
    if (portal.isPresent()) {
      return play(elsewhere(portal.get(), parsed.broker()), terminal);
    }
    try (Installation installation = Installation.open(settings, terminal)) {
      RandomSource random = new SecureRandomSource();
      BrokerAddress broker =
          new BrokerAddress("tcp://127.0.0.1:" + freePort(), INTEGRATION_USER, secret(random));
      Subscription stations = new Subscription(broker.url(), STATIONS_USER, secret(random));
      String password = firstPassword(installation.home(), random);
      ServerProcess server =
          installation.start(
              Map.of(
                  "EPIONE_ADMIN_USER", FIRST_USER,
                  "EPIONE_ADMIN_PASSWORD", password,
                  "EPIONE_BROKER_LISTEN", broker.url(),
                  "EPIONE_BROKER_LISTEN_USER", broker.userName(),
                  "EPIONE_BROKER_LISTEN_PASSWORD", broker.password(),
                  "EPIONE_BROKER_STATIONS_USER", stations.user(),
                  "EPIONE_BROKER_STATIONS_PASSWORD", stations.password()));
      int status =
          play(
              new Target(
                  server.portal(),
                  broker,
                  Optional.of(stations),
                  installation.home(),
                  FIRST_USER,
                  password),
              terminal);
      if (parsed.once()) {
        server.close();
        return status;
      }
      terminal.say("The server stays up at " + server.portal() + " until Ctrl-C.");
      return installation.stayUp(server);
    }
  }

  private static int play(Target target, Terminal terminal) {
    return Demonstration.play(target, terminal.out()) ? 0 : 1;
  }

  private Target elsewhere(URI portal, String broker) throws CommandFailure {
    return new Target(
        portal,
        new BrokerAddress(
            broker, needed("epione.broker.listen.user"), needed("epione.broker.listen.password")),
        settings
            .secret("epione.broker.stations.password")
            .map(
                secret ->
                    new Subscription(
                        broker,
                        settings.text("epione.broker.stations.user", STATIONS_USER),
                        new String(secret))),
        settings.home(),
        settings.text("epione.admin.user", FIRST_USER),
        needed("epione.admin.password"));
  }

  private String needed(String name) throws CommandFailure {
    return settings
        .secret(name)
        .map(String::new)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "EHR-9111 With --portal, "
                        + Settings.variable(name)
                        + " must be what that server was given. Set it and start again."));
  }

  private static String secret(RandomSource random) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(PASSWORD_BYTES));
  }

  private static String firstPassword(Path home, RandomSource random) throws CommandFailure {
    try {
      return AccountBook.in(home, random)
          .passphrase(FIRST_USER, "first officer of the system manager");
    } catch (IOException unwritable) {
      throw new CommandFailure(
          "EHR-9102 The demonstration's account list cannot be kept in " + home + ".", unwritable);
    }
  }

  private static int freePort() throws CommandFailure {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new CommandFailure(
          "EHR-9103 No port is free for the hospital systems' messages.", none);
    }
  }
}
