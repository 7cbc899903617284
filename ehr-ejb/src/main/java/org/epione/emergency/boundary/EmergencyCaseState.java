package org.epione.emergency.boundary;

/** Where an emergency stands at the system manager. */
public enum EmergencyCaseState {
  /** The system manager has still to decide. */
  WAITING,
  /** The share is released. */
  RELEASED,
  /** The system manager has refused. */
  REFUSED,
  /** The hospital has closed the review. */
  REVIEWED,
  /** Nobody decided in time. */
  EXPIRED
}
