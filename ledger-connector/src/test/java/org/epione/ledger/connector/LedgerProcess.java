package org.epione.ledger.connector;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.world.World;

/**
 * A server in a process of its own, which {@link ServerProcess} drives by lines: {@code time
 * MILLIS}, {@code hold COMMITS} (stop before so many more commits), {@code found}, {@code in
 * ENVELOPE}, {@code step}. It answers {@code signed block HEIGHT HASH} before it signs a header,
 * {@code signed head SIZE ROOT} before a head of the log, {@code held} when it stops, {@code undone
 * WHY} for each transaction that fails, {@code out TO TYPE ENVELOPE} for what it sends, and {@code
 * done} or {@code failed}.
 */
final class LedgerProcess {

  /** The seed of the world that test and processes share. */
  static final String SEED = "processes";

  private final World world = new World(SEED);
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private final Node node;
  private int commitsUntilHeld = -1;

  private LedgerProcess(
      TestDatabase database, String server, Duration lease, Duration patience, boolean together) {
    node = new Node(world, database, world.hospital(), world.cloud(), world.manager());
    node.server = server;
    node.lease = lease;
    node.patience = patience;
    node.signing = this::signing;
    node.failing = e -> say("undone " + why(e));
    node.restart();
    if (together) {
      node.together();
    }
    database.beforeCommit(this::committing);
  }

  /**
   * Address, schema or a dash, name of the server, lease and patience in milliseconds, whether its
   * cloud cosigns at once.
   */
  public static void main(String[] args) throws IOException {
    String schema = args[1].equals("-") ? null : args[1];
    new LedgerProcess(
            TestDatabase.existing(args[0], schema),
            args[2],
            Duration.ofMillis(Long.parseLong(args[3])),
            Duration.ofMillis(Long.parseLong(args[4])),
            Boolean.parseBoolean(args[5]))
        .run();
  }

  private void run() throws IOException {
    say("done");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        obey(line.split(" ", -1));
      } catch (RuntimeException e) {
        say("failed " + why(e));
      }
    }
  }

  private static String why(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private void obey(String[] words) {
    switch (words[0]) {
      case "time" ->
          world
              .clock()
              .move(Duration.between(world.now(), Instant.ofEpochMilli(Long.parseLong(words[1]))));
      case "hold" -> commitsUntilHeld = Integer.parseInt(words[1]);
      case "found" -> node.found(world.founding());
      case "in" -> node.receive(HexFormat.of().parseHex(words[1]));
      case "step" -> node.step("HOSPITAL-A");
      default -> throw new IllegalArgumentException(words[0]);
    }
    for (Node.Mail mail : List.copyOf(node.sent)) {
      say("out " + mail.to() + " " + mail.type() + " " + HexFormat.of().formatHex(mail.envelope()));
    }
    node.sent.clear();
    say("done");
  }

  private void signing(String code, byte[] message) {
    if (!code.equals("HOSPITAL-A")) {
      return;
    }
    try {
      BlockHeader header = BlockHeader.decode(message);
      say(String.format(Locale.ROOT, "signed block %d %s", header.height(), header.hash().hex()));
    } catch (MalformedEncodingException notHeader) {
      sayIfHead(new String(message, StandardCharsets.UTF_8));
    }
  }

  /** Envelopes and records are signed as well. */
  private static void sayIfHead(String message) {
    String[] lines = message.split("\n", -1);
    if (lines.length == 4 && lines[1].matches("[0-9]+")) {
      Checkpoint head = Checkpoint.parse(message);
      say(String.format(Locale.ROOT, "signed head %d %s", head.size(), head.root().hex()));
    }
  }

  private void committing() {
    if (commitsUntilHeld > 0 && --commitsUntilHeld == 0) {
      say("held");
      try {
        in.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
