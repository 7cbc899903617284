package org.epione.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.epione.launcher.ServerProcess;

/** The process of a server that was started for tests, by the launcher's own code. */
final class RunningServer implements AutoCloseable {
  // Half a minute where nothing else runs; beside another server and a browser, many times that.
  private static final Duration START_WITHIN = Duration.ofMinutes(8);

  private final Installation installation;
  private final ServerProcess process;

  private RunningServer(Installation installation, ServerProcess process) {
    this.installation = installation;
    this.process = process;
  }

  /** Starts the installation's server and waits until it serves. */
  static RunningServer start(Installation installation) {
    return launch(installation).awaitReady();
  }

  /** Waits until it serves. */
  RunningServer awaitReady() {
    try {
      process.awaitReady(START_WITHIN);
      return this;
    } catch (IOException e) {
      kill();
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts the installation's server and returns at once. */
  static RunningServer launch(Installation installation) {
    try {
      ServerProcess process =
          ServerProcess.start(installation.environment(), installation.console());
      // A stopped test run leaves no server behind.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> process.process().destroyForcibly()));
      return new RunningServer(installation, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The installation that runs. */
  Installation installation() {
    return installation;
  }

  /** Its newest log file. */
  Path log() {
    return process.log();
  }

  long processId() {
    return process.process().pid();
  }

  /** Ends the process as a power failure would: SIGKILL. */
  void kill() {
    process.kill();
  }

  /** Ends the process as an operator would: SIGTERM. */
  @Override
  public void close() {
    process.close();
  }
}
