package org.epione.crypto.secret;

/**
 * Shows in the code where a secret leaves its {@link SecretBytes}: searching for this type finds
 * every place that does it, so that each can be reviewed.
 */
public final class SecretAccess {

  private static final SecretAccess TOKEN = new SecretAccess();

  private SecretAccess() {}

  /** The token to pass to {@link SecretBytes#reveal}. */
  public static SecretAccess token() {
    return TOKEN;
  }
}
