package org.epione.account.boundary;

/**
 * A key of a second factor that its person puts into her authenticator. Shown once.
 *
 * @param key 160 bits as 32 characters of base32 (RFC 4648)
 * @param uri the same with its parameters as a key URI ({@code otpauth://totp/…})
 */
public record Enrolment(String key, String uri) {

  /** Without the key. */
  @Override
  public String toString() {
    return "Enrolment";
  }
}
