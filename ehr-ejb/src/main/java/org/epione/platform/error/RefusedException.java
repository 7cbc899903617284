package org.epione.platform.error;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Optional;

/**
 * The application refuses what was asked; the transaction is rolled back and nothing changed. This
 * is the one business exception of all boundaries. Its detail is shown to the person who asked: no
 * secret, and no data of a patient in it.
 */
@ApplicationException(rollback = true)
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String detail;
  private final transient Optional<Duration> retryAfter;

  /** Refuses with the text of the code alone. */
  public RefusedException(ErrorCode code) {
    this(code, "");
  }

  /**
   * Refuses.
   *
   * @param detail one sentence on what exactly was refused, may be empty
   */
  public RefusedException(ErrorCode code, String detail) {
    this(code, detail, Optional.empty());
  }

  private RefusedException(ErrorCode code, String detail, Optional<Duration> retryAfter) {
    super(code.code() + " " + code.text() + (detail.isEmpty() ? "" : " " + detail));
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Refuses for now; the same may be asked again after {@code wait}, told in full seconds. */
  public static RefusedException forNow(ErrorCode code, Duration wait) {
    Duration rounded = Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
    return new RefusedException(
        code, "The wait ends in " + rounded.toSeconds() + " s.", Optional.of(rounded));
  }

  /** The stable code. */
  public ErrorCode code() {
    return code;
  }

  /** What exactly was refused; may be empty. */
  public String detail() {
    return detail;
  }

  /** After how long the same may be asked again; empty where time alone changes nothing. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
