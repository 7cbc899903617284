package org.epione.crypto.keyring;

/**
 * A wrapped key names a wrapping key that its ring does not hold. Unlike a failed decryption this
 * is told: ring and epoch stand readable in the wrapped key, and an operator must know which to
 * bring back.
 */
public final class WrappingKeyMissingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrappingKeyMissingException(String ring, long epoch) {
    super(
        "key ring "
            + ring
            + " has no wrapping key of epoch "
            + epoch
            + ": it was destroyed, or never was here");
  }
}
