package org.epione.sharing;

import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** Someone with an active account. */
record Person(AccountId account, Role role, PartyCode party, String name, String userName) {

  static final String PASSWORD = "correct horse battery staple";

  /** A fresh copy each time: callers wipe it. */
  static char[] password() {
    return PASSWORD.toCharArray();
  }
}
