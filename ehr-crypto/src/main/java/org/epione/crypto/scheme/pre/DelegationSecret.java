package org.epione.crypto.scheme.pre;

import org.epione.crypto.secret.SecretBytes;

/**
 * X of a grant: 32 random bytes that the patient shares with the grantee, and that blind the
 * re-encryption keys against the proxy. One for each grant. Wiped when closed.
 */
public final class DelegationSecret implements AutoCloseable {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final SecretBytes secret;

  DelegationSecret(SecretBytes secret) {
    if (secret.length() != LENGTH) {
      throw new IllegalArgumentException("a delegation secret has " + LENGTH + " bytes");
    }
    this.secret = secret;
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
    return "DelegationSecret";
  }
}
