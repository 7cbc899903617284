package org.epione.crypto.hybrid;

import org.epione.crypto.secret.SecretBytes;

/** A symmetric key of 32 bytes for {@link Aead} and {@link Mac}; wiped when closed. */
public final class AeadKey implements AutoCloseable {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final SecretBytes secret;

  AeadKey(SecretBytes secret) {
    this.secret = secret;
  }

  /** A copy of the key for whoever stores it wrapped. */
  public SecretBytes export() {
    return secret.copy();
  }

  SecretBytes secret() {
    return secret;
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "AeadKey";
  }
}
