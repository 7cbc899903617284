package org.epione.supervision.boundary;

/** Where a report or appeal stands for whoever made it. */
public enum FilingState {
  /** On its way to the chain. */
  SUBMITTED,
  /** The chain did not take it. */
  REFUSED,
  /** On the chain, and with the system manager. */
  WITH_SYSTEM_MANAGER,
  /** Decided; the decision is on the chain. */
  DECIDED
}
