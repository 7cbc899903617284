package org.epione.crypto.hybrid;

/**
 * A sealed value that could not be opened. Whether the key, the context or a byte of it was wrong
 * is not told, so that nobody can learn from it. Open to be specialised where a container has to
 * recognise it; a subclass tells no more.
 */
public class DecryptionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The one failure there is. */
  public DecryptionFailedException() {
    super("decryption failed");
  }
}
