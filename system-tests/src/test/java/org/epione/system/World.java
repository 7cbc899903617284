package org.epione.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.AccountBook;
import org.epione.demo.Demonstration;
import org.epione.demo.DemonstrationData;
import org.epione.demo.Progress;
import org.epione.demo.Stage;
import org.epione.demo.client.AuditorDesk.Act;
import org.epione.demo.client.Episode;
import org.epione.demo.client.RegistrarDesk;
import org.epione.demo.client.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * A server on which the demonstration was played, shared by all tests that do not kill it. It is
 * started by the first test that needs it and ends with the tests' JVM.
 */
final class World {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static @Nullable World world;
  private static @Nullable RuntimeException failure;

  private final Installation installation;
  private final Optional<RunningServer> server;
  private final boolean everyStepVerified;
  private final String told;
  private final Stage stage;
  private final Map<String, List<String>> acts = new HashMap<>();

  private World(
      Installation installation,
      Optional<RunningServer> server,
      boolean everyStepVerified,
      String told)
      throws IOException {
    this.installation = installation;
    this.server = server;
    this.everyStepVerified = everyStepVerified;
    this.told = told;
    this.stage = stage(installation, PATIENCE);
    // Not every story that is told is played.
    for (DemonstrationData.Story story : stage.data().stories()) {
      find(story.name())
          .ifPresent(
              episode ->
                  acts.put(
                      story.name(),
                      stage.auditor().acts(story.hospital(), episode.id()).stream()
                          .map(Act::act)
                          .toList()));
    }
  }

  /** The world as the demonstration left it. */
  static synchronized World played() {
    if (failure != null) {
      throw failure;
    }
    if (world == null) {
      try {
        world = play();
      } catch (RuntimeException e) {
        failure = e;
        throw e;
      }
    }
    return world;
  }

  /** Whether the demonstration verified every step. */
  boolean everyStepVerified() {
    return everyStepVerified;
  }

  /** What the demonstration printed. */
  String told() {
    return told;
  }

  /** The installation that it was played on. */
  Installation installation() {
    return installation;
  }

  /** The process id of its server, where these tests started it. */
  Optional<Long> processId() {
    return server.map(RunningServer::processId);
  }

  /** For acting as the people of the demonstration. */
  Stage stage() {
    return stage;
  }

  /** The people and stories. */
  DemonstrationData data() {
    return stage.data();
  }

  /** What stood on the chain of a story's episode when the demonstration was over. */
  List<String> actsOf(String story) {
    return List.copyOf(acts.getOrDefault(story, List.of()));
  }

  /** The episode of a story: its patient's first, whatever tests have added since. */
  Episode episode(String story) {
    return find(story)
        .orElseThrow(() -> new IllegalStateException("No episode of " + story + ". " + told));
  }

  private Optional<Episode> find(String story) {
    DemonstrationData.Story played = data().story(story);
    RegistrarDesk desk = stage.registrar(data().hospital(played.hospital()));
    String patient = desk.patient(played.patient()).orElseThrow().id();
    return desk.episodesOf(patient).stream().findFirst().map(desk::episode);
  }

  /** A stage on an installation. */
  static Stage stage(Installation installation, Duration patience) throws IOException {
    Clock clock = Clock.systemUTC();
    return Stage.of(
        installation.target(),
        DemonstrationData.read(),
        AccountBook.in(installation.home(), new SecureRandomSource()),
        new Waiting(clock, patience),
        new Progress(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock),
        clock);
  }

  /** The cryptography of the offline checks. */
  static CryptoSuite crypto() {
    return CryptoSuite.create(new SecureRandomSource());
  }

  private static World play() {
    Optional<Installation> running = Installation.running();
    Installation installation =
        running.orElseGet(() -> Installation.create("shared").with(ForgettingIT.DAYS, "0"));
    Optional<RunningServer> server =
        running.isPresent() ? Optional.empty() : Optional.of(installation.start());
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    boolean verified =
        Demonstration.play(
            installation.target(), new PrintStream(printed, true, StandardCharsets.UTF_8));
    String told = printed.toString(StandardCharsets.UTF_8);
    try {
      Files.writeString(
          Path.of(System.getProperty("epione.target")).resolve("demonstration.txt"), told);
      return new World(installation, server, verified, told);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
