package org.epione.forgetting.boundary;

/** Where it stands that a patient be forgotten. */
public enum ForgettingState {
  /** Asked; the registrar has still to examine it. */
  ASKED,
  /** Examined; an administrator has still to release it. */
  EXAMINED,
  /** Released: it is being destroyed, and cannot be stopped. */
  RELEASED,
  /** All is destroyed, and certified. */
  FORGOTTEN,
  /** The patient took it back. */
  TAKEN_BACK,
  /** The hospital refused. */
  REFUSED;

  /** Whether somebody has still to decide, so that it can be taken back. */
  public boolean isOpen() {
    return this == ASKED || this == EXAMINED;
  }
}
