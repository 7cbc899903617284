package org.epione.recovery.boundary;

/** Where a recovery stands at the hospital. */
public enum RecoveryState {
  /** Somebody said that the password is lost; the hospital has still to see who that is. */
  ASKED,
  /** The hospital has approved; the system manager has still to answer. */
  APPROVED,
  /** The system manager has released its share; the person has still to set a password. */
  RELEASED,
  /** The person has set another password. */
  COMPLETED,
  /** The hospital has refused. */
  REFUSED,
  /** The system manager has refused. */
  WITHHELD,
  /** The person has signed in, or set another password, in the meantime. */
  CANCELLED,
  EXPIRED;

  /** Whether something can still come of it. */
  public boolean isOpen() {
    return this == ASKED || this == APPROVED || this == RELEASED;
  }
}
