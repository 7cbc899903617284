package org.epione.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.epione.demo.client.Waiting;

/**
 * A database or a broker as a process of its own, on the loopback interface, which can be killed
 * and started again with what it kept on its disk.
 */
final class ServiceProcess implements AutoCloseable {
  private static final Duration START_WITHIN = Duration.ofMinutes(1);
  private static final int CONNECT_MILLIS = 1_000;

  private final String name;
  private final int port;
  private final List<String> command;
  private final Path console;
  private Process process;

  private ServiceProcess(String name, int port, List<String> command, Path console) {
    this.name = name;
    this.port = port;
    this.command = command;
    this.console = console;
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
    awaitPort();
  }

  /** H2 as a database server. */
  static ServiceProcess database(Path folder, int port) {
    return new ServiceProcess(
        "the database",
        port,
        java(
            List.of(),
            "org.h2.tools.Server",
            List.of(
                "-tcp",
                "-tcpPort",
                Integer.toString(port),
                "-ifNotExists",
                "-baseDir",
                folder.toString())),
        folder.resolve("console.log"));
  }

  /** Artemis as the hospital's own broker, with the configuration that we ship. */
  static ServiceProcess broker(Path folder, int port, String password) {
    return new ServiceProcess(
        "the broker",
        port,
        java(
            List.of(
                "-Dartemis.instance=" + folder,
                "-Depione.broker.port=" + port,
                "-Djava.security.auth.login.config=" + StandaloneBroker.accounts(folder, password)),
            StandaloneBroker.class.getName(),
            List.of(System.getProperty("epione.broker.configuration"))),
        folder.resolve("console.log"));
  }

  /** Ends it as a power failure would. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts it again on the same port and disk. */
  void restart() {
    process = launch();
    awaitPort();
  }

  @Override
  public void close() {
    kill();
  }

  private static List<String> java(List<String> options, String main, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    words.addAll(arguments);
    return words;
  }

  private Process launch() {
    try {
      Files.createDirectories(console.getParent());
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitPort() {
    new Waiting(Clock.systemUTC(), START_WITHIN)
        .untilTrue(name + " to listen", console.toString(), this::listens);
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException(name + " ended at once; see " + console);
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
