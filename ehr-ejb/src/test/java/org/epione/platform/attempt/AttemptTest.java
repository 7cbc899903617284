package org.epione.platform.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final Attempt attempt = new Attempt("somebody", NOW);

  @Test
  void blocked_shouldBeEmpty_whenAskedByOneThatBeganBeforeAnotherSucceeded() {
    attempt.count(AttemptKind.SOURCE, NOW);
    attempt.takeBack();
    assertThat(attempt.blocked(NOW.minusMillis(40))).isEmpty();
  }

  @Test
  void blocked_shouldBeEmpty_whenFailuresAreFewAndClocksDiffer() {
    attempt.count(AttemptKind.ACCOUNT, NOW);
    assertThat(attempt.blocked(NOW.minusSeconds(1))).isEmpty();
  }

  @Test
  void blocked_shouldDoubleTheWait_whenFailuresGoOn() {
    fail(AttemptKind.ACCOUNT, 4);
    assertThat(attempt.blocked(NOW)).contains(NOW.plusSeconds(2));
    fail(AttemptKind.ACCOUNT, 1);
    assertThat(attempt.blocked(NOW)).contains(NOW.plusSeconds(4));
    assertThat(attempt.blocked(NOW.plusSeconds(4))).isEmpty();
  }

  @Test
  void blocked_shouldLastUntilUnlocked_whenAnAccountFailedTenTimes() {
    fail(AttemptKind.ACCOUNT, 10);
    assertThat(attempt.blocked(NOW.plus(Duration.ofDays(3650)))).contains(Attempt.LOCKED);
  }

  @Test
  void blocked_shouldNeverLock_whenItIsASource() {
    fail(AttemptKind.SOURCE, 50);
    assertThat(attempt.blocked(NOW)).isEmpty();
    fail(AttemptKind.SOURCE, 1000);
    assertThat(attempt.blocked(NOW)).contains(NOW.plus(Duration.ofMinutes(10)));
  }

  @Test
  void count_shouldForget_whenASourceWasQuietForAQuarterOfAnHour() {
    fail(AttemptKind.SOURCE, 60);
    attempt.count(AttemptKind.SOURCE, NOW.plus(Duration.ofMinutes(16)));
    assertThat(attempt.blocked(NOW.plus(Duration.ofMinutes(16)))).isEmpty();
  }

  private void fail(AttemptKind kind, int times) {
    for (int i = 0; i < times; i++) {
      attempt.count(kind, NOW);
    }
  }
}
