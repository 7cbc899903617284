package org.epione.supervision.boundary;

/** Where a report or appeal stands for the system manager. */
public enum CaseState {
  /** Nobody has decided. */
  WAITING,
  /** Decided, and the decision is on its way to the chain. */
  DECIDING,
  /** The decision is on the chain. */
  DECIDED
}
