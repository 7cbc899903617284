package org.epione.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.epione.settings.Settings;

/**
 * The server as a process of its own: Payara Micro with the resource adapter and the application.
 * Settings reach it by its environment only, where other users of the machine do not see them.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** How often a server that did not start is started again. */
  private static final int AGAIN = 2;

  private final ProcessBuilder builder;
  private final ServerSettings settings;
  private volatile Process process;
  private volatile ServerLog log;
  private boolean closed;

  private ServerProcess(ProcessBuilder builder, ServerSettings settings, Path log)
      throws IOException {
    this.builder = builder;
    this.settings = settings;
    this.log = ServerLog.fromNowOn(log);
    this.process = builder.start();
  }

  /** The same once more, with nothing left of the process before; not after a {@link #close}. */
  private synchronized void startAgain() throws IOException {
    kill();
    if (!closed) {
      log = ServerLog.fromNowOn(log.file());
      process = builder.start();
    }
  }

  /**
   * Starts the server and returns at once.
   *
   * @param environment settings in addition to this process's environment, for example {@code
   *     EPIONE_HOME} and {@code EPIONE_HTTP_PORT}
   * @param console what the process writes outside its log
   */
  public static ServerProcess start(Map<String, String> environment, Path console)
      throws IOException {
    Settings merged =
        new Settings(
            name -> null,
            name -> environment.containsKey(name) ? environment.get(name) : System.getenv(name));
    ServerSettings settings = ServerSettings.of(merged);
    ServerFiles files = new ServerFiles(settings.home());
    files.prepare(settings);
    ProcessBuilder builder =
        new ProcessBuilder(ServerCommandLine.of(settings, Distribution.locate(), files));
    builder.environment().putAll(environment);
    // Absolute, because the server's own folder is another.
    builder.environment().put("EPIONE_HOME", settings.home().toString());
    builder.directory(settings.home().toFile());
    Files.createDirectories(console.toAbsolutePath().getParent());
    builder.redirectErrorStream(true).redirectOutput(console.toFile());
    return new ServerProcess(builder, settings, files.log());
  }

  /**
   * Waits until the application serves. A server that did not start itself, before the application
   * was asked for anything, is started again, twice at most.
   *
   * @throws IOException when it ended or did not become ready in time; says what was missing last,
   *     and where the log is
   */
  public void awaitReady(Duration limit) throws IOException, InterruptedException {
    ReadinessProbe probe = new ReadinessProbe(settings.portal());
    long end = System.nanoTime() + limit.toNanos();
    int failed = 0;
    for (Optional<String> obstacle = probe.obstacle();
        obstacle.isPresent();
        obstacle = probe.obstacle()) {
      ServerLog.Start seen = log.look();
      if (seen == ServerLog.Start.NO_SERVER && failed++ < AGAIN) {
        startAgain();
      } else if (seen != ServerLog.Start.GOES_ON) {
        close();
        throw new IOException(
            "EHR-9108 The application did not start. The reason is in " + log.file());
      }
      if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "EHR-9108 The server ended before it was ready. The reason is in " + log.file());
      }
      if (System.nanoTime() > end) {
        throw new IOException(
            "EHR-9109 The server is not ready after "
                + limit.toSeconds()
                + " seconds: "
                + obstacle.get()
                + ". Look for the reason in "
                + log.file());
      }
    }
  }

  /** The portal's address, ending in {@code /ehr/}. */
  public URI portal() {
    return settings.portal();
  }

  /** The server's process. */
  public Process process() {
    return process;
  }

  /** The server's newest log file. */
  public Path log() {
    return log.file();
  }

  /** Kills it as a power cut would, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(STOP);
  }

  /** Stops it cleanly; kills it where it does not stop within a minute. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    process.destroy();
    if (!awaitEnd(STOP)) {
      kill();
    }
  }

  private boolean awaitEnd(Duration limit) {
    boolean interrupted = false;
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        try {
          return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
