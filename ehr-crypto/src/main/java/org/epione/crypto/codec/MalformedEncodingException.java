package org.epione.crypto.codec;

/**
 * Bytes that are not what our own encoder would have written. The message names the fault and the
 * kind of thing expected, never the content, so that it may be logged.
 */
public final class MalformedEncodingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** States the fault. */
  public MalformedEncodingException(String message) {
    super(message);
  }

  /** States the fault found by a library; {@code cause} must hold no content either. */
  public MalformedEncodingException(String message, Throwable cause) {
    super(message, cause);
  }
}
