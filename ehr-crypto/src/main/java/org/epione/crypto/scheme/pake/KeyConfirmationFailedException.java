package org.epione.crypto.scheme.pake;

/**
 * The other side does not have the same secret, or something was changed on the way; which of them
 * is not told and cannot be known. There is no key then.
 */
public final class KeyConfirmationFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyConfirmationFailedException() {
    super("key confirmation failed");
  }
}
