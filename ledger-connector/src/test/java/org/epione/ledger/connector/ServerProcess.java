package org.epione.ledger.connector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A {@link LedgerProcess} as its test sees it: asked, stopped, continued, killed. */
final class ServerProcess implements AutoCloseable {

  /** It was killed, or fell. */
  static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Process process;
  private final BufferedReader from;
  private final Map<String, Set<String>> signed;
  private final List<Node.Mail> sent = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();

  /**
   * Starts one; it is ready when {@link #ready} returns.
   *
   * @param together whether the cloud cosigns at once, and not by messages
   * @param signed collects what is signed: hashes of headers by {@code block HEIGHT}, roots of
   *     heads of the log by {@code head SIZE}
   */
  ServerProcess(
      String url,
      String schema,
      String name,
      Duration lease,
      Duration patience,
      boolean together,
      Map<String, Set<String>> signed) {
    this.signed = signed;
    try {
      this.process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LedgerProcess.class.getName(),
                  url,
                  schema,
                  name,
                  Long.toString(lease.toMillis()),
                  Long.toString(patience.toMillis()),
                  Boolean.toString(together))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.from = process.inputReader();
  }

  /** Waits until it has started. */
  ServerProcess ready() {
    awaitAnswer();
    return this;
  }

  /** Has it do something. */
  void tell(String line) {
    try {
      process.outputWriter().write(line + "\n");
      process.outputWriter().flush();
    } catch (IOException e) {
      throw new Ended();
    }
  }

  /** Reads until it is done, or stops before a commit; false when it failed. */
  boolean awaitAnswer() {
    while (true) {
      String line = line();
      String[] words = line.split(" ");
      switch (words[0]) {
        case "signed" ->
            signed
                .computeIfAbsent(words[1] + " " + words[2], what -> new TreeSet<>())
                .add(words[3]);
        case "out" ->
            sent.add(new Node.Mail(words[1], words[2], HexFormat.of().parseHex(words[3])));
        case "undone" -> undone.add(line);
        case "failed" -> {
          return false;
        }
        case "done", "held" -> {
          return true;
        }
        default -> throw new IllegalStateException(line);
      }
    }
  }

  boolean ask(String line) {
    tell(line);
    return awaitAnswer();
  }

  /** What it sent since this was asked last. */
  List<Node.Mail> sent() {
    List<Node.Mail> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  /** The transactions that failed since this was asked last, each with why. */
  List<String> undone() {
    List<String> all = List.copyOf(undone);
    undone.clear();
    return all;
  }

  void time(Instant now) {
    ask("time " + now.toEpochMilli());
  }

  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private String line() {
    try {
      String line = from.readLine();
      if (line == null) {
        throw new Ended();
      }
      return line;
    } catch (IOException e) {
      throw new Ended();
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      thaw();
    }
    kill();
  }
}
