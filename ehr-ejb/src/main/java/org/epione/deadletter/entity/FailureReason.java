package org.epione.deadletter.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Why handling of a message failed last. */
@Entity
@Table(name = "failure_reason")
public class FailureReason {

  @Id
  @Column(name = "message_digest", length = 64)
  private String messageDigest;

  @Column(nullable = false, length = 1000)
  private String reason;

  @Column(nullable = false)
  private int failures;

  @Column(name = "last_failed", nullable = false)
  private Instant lastFailed;

  /** For the provider. */
  @SuppressWarnings("NullAway.Init")
  protected FailureReason() {}

  /** A message that has not failed before. */
  @SuppressWarnings("NullAway.Init") // the rest is set before it is kept
  public FailureReason(String messageDigest) {
    this.messageDigest = messageDigest;
  }

  /** It failed. */
  public void failed(String why, Instant now) {
    reason = why;
    failures++;
    lastFailed = now;
  }

  public String messageDigest() {
    return messageDigest;
  }

  public String reason() {
    return reason;
  }

  public int failures() {
    return failures;
  }

  /** When it failed last. */
  public Instant lastFailed() {
    return lastFailed;
  }
}
