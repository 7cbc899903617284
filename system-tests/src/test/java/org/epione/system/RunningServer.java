package org.epione.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.epione.demo.client.PortalClient;
import org.epione.demo.client.Waiting;

/** The process of a server that was started for tests. */
final class RunningServer implements AutoCloseable {
  private static final Duration START_WITHIN = Duration.ofMinutes(4);

  private final Installation installation;
  private final Process process;

  private RunningServer(Installation installation, Process process) {
    this.installation = installation;
    this.process = process;
  }

  static RunningServer start(Installation installation) {
    Path distribution = Path.of(System.getProperty("epione.distribution"));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                distribution.resolve("payara-micro.jar").toString(),
                "--nocluster",
                "--port",
                installation.environment().get("EPIONE_HTTP_PORT"),
                "--deploy",
                distribution.resolve("artemis-rar.rar").toString(),
                "--deploy",
                distribution.resolve("ehr.war").toString()));
    builder.environment().putAll(installation.environment());
    builder.directory(installation.home().toFile());
    File log = installation.log().toFile();
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log));
    try {
      RunningServer server = new RunningServer(installation, builder.start());
      Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The installation that runs. */
  Installation installation() {
    return installation;
  }

  /** Whether the process lives. */
  boolean alive() {
    return process.isAlive();
  }

  /** Ends the process as a power failure would: SIGKILL. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ends the process as an operator would: SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitReady() {
    PortalClient portal = new PortalClient(installation.target().portal());
    new Waiting(Clock.systemUTC(), START_WITHIN)
        .untilTrue(
            "the server of " + installation,
            installation.log().toString(),
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException(
                    "The server ended with " + process.exitValue() + ", see " + installation.log());
              }
              return portal.ready();
            });
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
