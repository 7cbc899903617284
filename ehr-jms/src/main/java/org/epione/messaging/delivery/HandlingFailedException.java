package org.epione.messaging.delivery;

/** Tells the container to give the message back to the broker, which delivers it again. */
public final class HandlingFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message could not be handled for now. */
  public HandlingFailedException(String what, Throwable cause) {
    super(what, cause);
  }
}
