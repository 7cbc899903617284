package org.epione.web.session;

import jakarta.security.enterprise.credential.Credential;

/**
 * A code of a second factor, offered after the password in the same session.
 *
 * @param code as typed
 */
public record CodeCredential(String code) implements Credential {

  /** Without the code. */
  @Override
  public String toString() {
    return "CodeCredential";
  }
}
