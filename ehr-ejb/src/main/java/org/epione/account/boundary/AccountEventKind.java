package org.epione.account.boundary;

/** What can happen to the protection of an account. */
public enum AccountEventKind {
  PASSWORD_CHANGED,
  /** The person ended sessions elsewhere. */
  SESSIONS_ENDED,
  SECOND_FACTOR_ON,
  SECOND_FACTOR_OFF,
  /** Somebody else took the second factor away; the person has to be told. */
  SECOND_FACTOR_RESET,
  RECOVERY_CODES_RENEWED,
  /** A recovery code was used in place of the second factor; the person has to be told. */
  RECOVERY_CODE_USED;

  /** Whether the person is told on every page until she says that she knows. */
  public boolean isNotice() {
    return this == SECOND_FACTOR_RESET || this == RECOVERY_CODE_USED;
  }
}
