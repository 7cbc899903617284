package org.epione.custody.boundary;

import java.io.Serializable;
import org.epione.platform.identity.AccountId;

/**
 * The right to use the keys of one account, from signing in until signing out or a time without
 * activity. A reference only: the keys stay in custody's memory on this server. Serializable
 * because it is kept in the web session; after a restart it opens nothing.
 *
 * @param token 32 random bytes in hex, known to custody
 */
public record KeySession(AccountId account, String token) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Without the token. */
  @Override
  public String toString() {
    return "KeySession[" + account + "]";
  }
}
