package org.epione.guardian.boundary;

/** Where a guardianship stands. */
public enum GuardianshipState {
  /** Named by the hospital, not answered. */
  NAMED,
  /** The guardian acts for the minor. */
  IN_FORCE,
  /** The person named did not want it. */
  DECLINED,
  /** Nobody answered in time. */
  LAPSED,
  /** The guardian has given it up. */
  RESIGNED,
  /** The hospital took it back or ended it. */
  ENDED,
  /** It has come to its end, on the 18th birthday at the latest. */
  OVER;

  /** Whether something can come of it. */
  public boolean isOpen() {
    return this == NAMED || this == IN_FORCE;
  }
}
