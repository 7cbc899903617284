package org.epione.demo;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.epione.demo.client.AuditorDesk;

/**
 * Tells what the demonstration does while it does it, and at the end what came of it, as a table.
 */
public final class Progress {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** One line of the final table. */
  record Row(String step, String id, Instant time, String block, String verified) {}

  private final PrintStream out;
  private final Clock clock;
  private final Instant begin;
  private final List<Row> rows = new ArrayList<>();

  /** Tells it there. */
  public Progress(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
    this.begin = clock.instant();
  }

  /** Begins a part of the path. */
  void chapter(String title) {
    out.println();
    out.println(title);
  }

  /** Says that something was done. */
  void line(String text) {
    double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
    out.printf(Locale.ROOT, "  %7.1f s  %s%n", seconds, text);
  }

  /** Says that something was done and verified, and keeps it for the table. */
  void verified(String step, String id, String block, String how) {
    line(step + (id.isEmpty() ? "" : " (" + id + ")") + ": " + how);
    rows.add(new Row(step, id, clock.instant(), block, how));
  }

  /** Prints the table. */
  void table() {
    String format =
        "  %-"
            + width(Row::step, "step")
            + "s  %-"
            + width(Row::id, "id")
            + "s  %-8s  %-"
            + width(Row::block, "block")
            + "s  %s%n";
    out.println();
    out.printf(Locale.ROOT, format, "step", "id", "time UTC", "block", "verified");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          format,
          row.step(),
          row.id(),
          TIME.format(row.time()),
          row.block(),
          row.verified());
    }
  }

  /** Prints every act of an episode with its place on the chain. */
  void acts(String reference, List<AuditorDesk.Act> acts) {
    for (AuditorDesk.Act act : acts) {
      line(
          String.format(
              Locale.ROOT,
              "  %s  block %-6s %-24s %s",
              reference,
              act.block(),
              act.act(),
              act.who()));
    }
  }

  /** Prints an account. */
  void account(AccountBook.Entry entry) {
    out.printf(
        Locale.ROOT, "  %-20s %-48s %s%n", entry.userName(), entry.passphrase(), entry.whose());
  }

  /** Says what stopped the demonstration, and everything that led to it. */
  void failed(String what, Exception failure) {
    out.println();
    out.println(what);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      out.println("  " + (cause.getMessage() == null ? cause : cause.getMessage()));
    }
    if (!rows.isEmpty()) {
      out.println("Until then:");
      table();
    }
  }

  private int width(Function<Row, String> column, String title) {
    int widest = title.length();
    for (Row row : rows) {
      widest = Math.max(widest, column.apply(row).length());
    }
    return widest;
  }

  /** Free text. */
  void say(String text) {
    out.println(text);
  }
}
