package org.epione.ledger.stamp;

/** Bytes are no time stamp, or not of what they should be. The message is for people. */
public final class BadStampException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public BadStampException(String what) {
    super(what);
  }

  /** Says what is wrong, and how it was found. */
  public BadStampException(String what, Exception cause) {
    super(what, cause);
  }
}
