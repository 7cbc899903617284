package org.epione.emergency.boundary;

/** Where an emergency stands at the hospital. */
public enum EmergencyState {
  /** A doctor has asked; a colleague has still to confirm. */
  ASKED,
  /** A colleague has confirmed; the system manager has still to release its share. */
  CONFIRMED,
  /** The records can be read. */
  OPEN,
  /** The time is over, or the review has ended it. */
  OVER,
  /** The colleague has refused. */
  REFUSED,
  /** The system manager has refused. */
  WITHHELD,
  /** The patient refused emergencies while it waited. */
  REFUSED_BY_PATIENT,
  /** The shares did not go together, or the doctor had lost her standing. */
  FAILED,
  /** Nobody decided in time. */
  EXPIRED;

  /** Whether somebody has still to decide. */
  public boolean isWaiting() {
    return this == ASKED || this == CONFIRMED;
  }
}
