package org.epione.sharing.entity;

/** Where a grant that was made ahead stands. */
public enum StandingGrantState {
  /** Waits for a request that it fits. */
  READY,
  /** Answered a request. */
  USED,
  /** Withdrawn, over, or refused by the chain: its key is destroyed. */
  SPENT
}
