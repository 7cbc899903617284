package org.epione.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.epione.settings.Settings;

/**
 * One folder with everything that is kept, claimed by this process, and the server on it. However
 * this process ends, short of being killed, the server is stopped first.
 */
final class Installation implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(6);
  private static final String STARTED_BEFORE = "started-before";

  private final ServerSettings settings;
  private final HomeLock lock;
  private final Terminal terminal;

  private Installation(ServerSettings settings, HomeLock lock, Terminal terminal) {
    this.settings = settings;
    this.lock = lock;
    this.terminal = terminal;
  }

  /** Checks the machine and claims the folder; starts nothing yet. */
  static Installation open(Settings settings, Terminal terminal) throws CommandFailure {
    ServerSettings server = ServerSettings.of(settings);
    Preflight preflight = new Preflight(Distribution.locate(), server);
    preflight.checkMachine();
    HomeLock lock = HomeLock.take(server.home());
    try {
      // After the lock: where this installation runs already, that is the better explanation.
      preflight.checkPort();
    } catch (CommandFailure taken) {
      lock.close();
      throw taken;
    }
    return new Installation(server, lock, terminal);
  }

  Path home() {
    return settings.home();
  }

  /** Whether a server was ever ready on this folder. */
  boolean isNew() {
    return !Files.exists(home().resolve(STARTED_BEFORE));
  }

  /** Starts the server and waits until it is ready. */
  ServerProcess start(Map<String, String> environment) throws CommandFailure, InterruptedException {
    terminal.say("Starting the server on " + home() + ", about half a minute ...");
    ServerProcess server;
    try {
      server = ServerProcess.start(environment, new ServerFiles(home()).console());
    } catch (IOException failure) {
      throw new CommandFailure(
          "EHR-9107 The server's files cannot be written below " + home() + ": " + failure,
          failure);
    }
    stopWithThisProcess(server);
    try {
      server.awaitReady(START_LIMIT);
      Path mark = home().resolve(STARTED_BEFORE);
      if (isNew()) {
        Files.createFile(mark);
      }
    } catch (IOException failure) {
      server.close();
      throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
    }
    return server;
  }

  /** Keeps going until the server ends; a person ends it by Ctrl-C. */
  int stayUp(ServerProcess server) throws InterruptedException {
    int status = server.process().waitFor();
    terminal.complain(
        "EHR-9108 The server ended by itself, status " + status + ". See " + server.log());
    return 1;
  }

  private void stopWithThisProcess(ServerProcess server) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (server.process().isAlive()) {
                    terminal.say("");
                    terminal.say("Stopping the server ...");
                    server.close();
                    terminal.say("Stopped.");
                  }
                },
                "stop the server"));
  }

  @Override
  public void close() {
    lock.close();
  }
}
