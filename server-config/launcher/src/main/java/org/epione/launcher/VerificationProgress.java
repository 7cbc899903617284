package org.epione.launcher;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.epione.ledger.verification.ProgressListener;

/** Shows in one line, which it writes over, how far a verification is; not thread-safe. */
final class VerificationProgress implements ProgressListener {

  private static final long PAUSE = Duration.ofMillis(500).toNanos();

  private final Consumer<String> screen;
  private final LongSupplier nanoseconds;
  private final long started;
  private long shown;
  private int width;

  VerificationProgress(Consumer<String> screen, LongSupplier nanoseconds) {
    this.screen = screen;
    this.nanoseconds = nanoseconds;
    this.started = nanoseconds.getAsLong();
    this.shown = started;
  }

  @Override
  public void verified(long blocks, long records, long total) {
    long now = nanoseconds.getAsLong();
    if (now - shown < PAUSE) {
      return;
    }
    shown = now;
    double seconds = (now - started) / 1e9;
    String line =
        String.format(
            Locale.ROOT,
            "%d of %d blocks, %d records, %.0f records a second",
            blocks,
            total,
            records,
            records / seconds);
    screen.accept("\r" + padded(line));
    width = line.length();
  }

  /** Takes the line away. */
  void end() {
    if (width > 0) {
      screen.accept("\r" + padded("") + "\r");
      width = 0;
    }
  }

  private String padded(String line) {
    return line + " ".repeat(Math.max(0, width - line.length()));
  }
}
