package org.epione.web.session;

import jakarta.security.enterprise.credential.Credential;

/**
 * What an authenticator answered, offered after the password in the same session.
 *
 * @param answer as the browser sent it
 */
public record PasskeyCredential(String answer) implements Credential {

  /** Without the answer. */
  @Override
  public String toString() {
    return "PasskeyCredential";
  }
}
