package org.epione.recovery.boundary;

/** Where a recovery stands at the system manager. */
public enum CaseState {
  /** The system manager has still to decide. */
  WAITING,
  /** The share is released; the person has still to set a password. */
  RELEASED,
  /** The system manager has refused. */
  REFUSED,
  /** The person has set another password. */
  COMPLETED,
  /** The person has signed in, or set another password, in the meantime. */
  CANCELLED,
  EXPIRED;

  /** Whether something can still come of it. */
  public boolean isOpen() {
    return this == WAITING || this == RELEASED;
  }
}
