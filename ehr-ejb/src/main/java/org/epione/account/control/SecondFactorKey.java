package org.epione.account.control;

import org.epione.custody.boundary.ServerKeys;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** How the key of a second factor is kept: under the party's key, bound to its account. */
final class SecondFactorKey {

  private SecondFactorKey() {}

  static byte[] seal(ServerKeys keys, PartyCode party, AccountId account, byte[] key) {
    return keys.protect(party, label(account), key);
  }

  /** The caller wipes it. */
  static byte[] open(ServerKeys keys, PartyCode party, AccountId account, byte[] sealed) {
    return keys.unprotect(party, label(account), sealed);
  }

  private static String label(AccountId account) {
    return "second-factor:" + account;
  }
}
