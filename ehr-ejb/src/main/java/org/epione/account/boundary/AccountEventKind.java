package org.epione.account.boundary;

/** What can happen to the protection of an account. */
public enum AccountEventKind {
  PASSWORD_CHANGED,
  /** Somebody said that the password is lost, and the hospital has approved; she has to be told. */
  RECOVERY_APPROVED,
  /** The keys were opened by shares, and another password was set; she has to be told. */
  PASSWORD_RECOVERED,
  /** Signing in or another password has ended a recovery; she has to be told. */
  RECOVERY_CANCELLED,
  /** A doctor has opened the person's records in an emergency; she has to be told. */
  EMERGENCY_OPENED,
  /** The hospital has looked at such an emergency; she has to be told what it found. */
  EMERGENCY_REVIEWED,
  /** The same of a minor for whom she acts; she has to be told. */
  WARD_EMERGENCY_OPENED,
  /** The hospital has looked at an emergency of a minor for whom she acts; she has to be told. */
  WARD_EMERGENCY_REVIEWED,
  /** The hospital has named her as a minor's guardian; she has to be told. */
  GUARDIAN_NAMED,
  /** Somebody else has begun to act for her, a minor, who is told when she takes over. */
  GUARDIAN_ACCEPTED,
  /** The hospital has ended that she acts for a minor; she has to be told. */
  GUARDIAN_ENDED,
  /** The person ended sessions elsewhere. */
  SESSIONS_ENDED,
  SECOND_FACTOR_ON,
  SECOND_FACTOR_OFF,
  /** Somebody else took the second factor away; the person has to be told. */
  SECOND_FACTOR_RESET,
  RECOVERY_CODES_RENEWED,
  /** A recovery code was used in place of the second factor; the person has to be told. */
  RECOVERY_CODE_USED,
  PASSKEY_ADDED,
  PASSKEY_REMOVED,
  /** A passkey's counter did not grow, so it may have been copied; the person has to be told. */
  PASSKEY_COPIED;

  /** Whether the person is told on every page until she says that she knows. */
  public boolean isNotice() {
    return switch (this) {
      case RECOVERY_APPROVED,
          PASSWORD_RECOVERED,
          RECOVERY_CANCELLED,
          EMERGENCY_OPENED,
          EMERGENCY_REVIEWED,
          WARD_EMERGENCY_OPENED,
          WARD_EMERGENCY_REVIEWED,
          GUARDIAN_NAMED,
          GUARDIAN_ACCEPTED,
          GUARDIAN_ENDED,
          SECOND_FACTOR_RESET,
          RECOVERY_CODE_USED,
          PASSKEY_COPIED ->
          true;
      case PASSWORD_CHANGED,
          SESSIONS_ENDED,
          SECOND_FACTOR_ON,
          SECOND_FACTOR_OFF,
          RECOVERY_CODES_RENEWED,
          PASSKEY_ADDED,
          PASSKEY_REMOVED ->
          false;
    };
  }
}
