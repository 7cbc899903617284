package org.epione.account.boundary;

/** Where an account stands. */
public enum AccountState {
  /** The person has an activation code and has not used it. */
  INVITED,
  /** The person can sign in. */
  ACTIVE,
  /** An administrator has closed the account. */
  DISABLED,
  /** The person was forgotten: there is no name, no key, and no way back. */
  FORGOTTEN
}
