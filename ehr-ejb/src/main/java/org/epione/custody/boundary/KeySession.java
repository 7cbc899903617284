package org.epione.custody.boundary;

import java.io.Serializable;
import org.epione.platform.identity.AccountId;

/**
 * The right to use the keys of one account, from signing in until signing out or a time without
 * activity. A reference only: the keys stay in custody's memory on this server. Serializable
 * because it is kept in the web session; after a restart it opens nothing.
 *
 * @param account whose keys
 * @param token 32 random bytes in hex, known to custody
 * @param holder who signed in: the person herself, or her guardian
 */
public record KeySession(AccountId account, String token, AccountId holder)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A person's session for her own keys. */
  public KeySession(AccountId account, String token) {
    this(account, token, account);
  }

  /**
   * The same session for the keys of somebody whose guardian its holder is; where she is not, it
   * opens nothing.
   */
  public KeySession actingFor(AccountId ward) {
    return new KeySession(ward, token, holder);
  }

  /** Who acts for whom. */
  public Acting acting() {
    return new Acting(account, holder);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "KeySession[" + account + "]";
  }
}
