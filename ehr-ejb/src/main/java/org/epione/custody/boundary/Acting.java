package org.epione.custody.boundary;

import org.epione.platform.identity.AccountId;

/**
 * Whose keys are used, and who proves with the own password that they may be.
 *
 * @param account whose keys
 * @param by the person herself, or her guardian
 */
public record Acting(AccountId account, AccountId by) {

  /** A person acts for herself. */
  public static Acting self(AccountId account) {
    return new Acting(account, account);
  }

  /** Whether somebody else acts. */
  public boolean isForAnother() {
    return !account.equals(by);
  }
}
