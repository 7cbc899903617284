package org.epione.platform.attempt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How many attempts failed for one subject, and until when further ones are not looked at. */
@Entity
@Table(name = "attempt")
public class Attempt {

  /** Far enough to mean: until unlocked. */
  static final Instant LOCKED = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** Before any clock: parallel attempts, and servers whose clocks differ, must not block it. */
  private static final Instant OPEN = Instant.EPOCH;

  @Id
  @Column(length = 80)
  private String subject;

  @Column(nullable = false)
  private int failures;

  @Column(name = "last_failure", nullable = false)
  private Instant lastFailure;

  @Column(name = "blocked_until", nullable = false)
  private Instant blockedUntil;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected Attempt() {}

  Attempt(String subject, Instant now) {
    this.subject = subject;
    this.lastFailure = now;
    this.blockedUntil = OPEN;
  }

  Optional<Instant> blocked(Instant now) {
    return blockedUntil.isAfter(now) ? Optional.of(blockedUntil) : Optional.empty();
  }

  /** Counts an attempt as failed before it is looked at, so that parallel guesses gain nothing. */
  void count(AttemptKind kind, Instant now) {
    Optional<Duration> forgotten = kind.forgottenAfter();
    if (forgotten.isPresent() && lastFailure.plus(forgotten.get()).isBefore(now)) {
      failures = 0;
    }
    failures++;
    lastFailure = now;
    blockedUntil =
        kind.waitAfter(failures).map(wait -> wait.isZero() ? OPEN : now.plus(wait)).orElse(LOCKED);
  }

  void takeBack() {
    failures = Math.max(0, failures - 1);
    blockedUntil = OPEN;
  }
}
