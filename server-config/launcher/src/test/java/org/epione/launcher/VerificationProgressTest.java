package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VerificationProgressTest {

  private final StringBuilder screen = new StringBuilder();
  private final AtomicLong time = new AtomicLong(7);
  private final VerificationProgress progress = new VerificationProgress(screen::append, time::get);

  private void after(long milliseconds) {
    time.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  @Test
  void verified_shouldShowBlocksRecordsAndRate_atMostTwiceASecond() {
    after(499);
    progress.verified(1, 2, 4);
    assertThat(screen).isEmpty();
    after(1501);
    progress.verified(2, 3000, 4);
    after(100);
    progress.verified(3, 3001, 4);
    assertThat(screen).hasToString("\r2 of 4 blocks, 3000 records, 1500 records a second");
  }

  @Test
  void end_shouldTakeTheLineAway() {
    progress.end();
    assertThat(screen).isEmpty();
    after(1000);
    progress.verified(1, 2, 4);
    int width = screen.length() - 1;
    progress.end();
    assertThat(screen.toString()).endsWith("\r" + " ".repeat(width) + "\r");
  }
}
