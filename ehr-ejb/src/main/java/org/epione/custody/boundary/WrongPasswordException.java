package org.epione.custody.boundary;

import jakarta.ejb.ApplicationException;
import java.time.Instant;
import java.util.Optional;

/**
 * A password does not open the account's keys, or too many attempts failed before. What is told is
 * the same in both cases; the time says when the next attempt is counted as one.
 */
@ApplicationException(rollback = true)
public final class WrongPasswordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Instant> retryAfter;

  /** Refuses; the next attempt is looked at from the given time on. */
  public WrongPasswordException(Optional<Instant> retryAfter) {
    super("wrong password or too many attempts");
    this.retryAfter = retryAfter;
  }

  /** When the next attempt is looked at; empty: at once, or, when locked, after an unlock. */
  public Optional<Instant> retryAfter() {
    return retryAfter;
  }
}
