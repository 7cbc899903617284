package org.epione.platform.error;

import jakarta.ejb.ApplicationException;

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
    super(code.code() + " " + code.text() + (detail.isEmpty() ? "" : " " + detail));
    this.code = code;
    this.detail = detail;
  }

  /** The stable code. */
  public ErrorCode code() {
    return code;
  }

  /** What exactly was refused; may be empty. */
  public String detail() {
    return detail;
  }
}
