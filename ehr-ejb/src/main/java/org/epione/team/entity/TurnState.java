package org.epione.team.entity;

/** Where one doctor's turn stands. */
public enum TurnState {
  /** In the doctor's inbox. */
  OPEN,
  /** Signed and passed on. */
  PASSED_ON,
  /** Sent back to a doctor before. */
  SENT_BACK,
  /** Ended by a change of the team. */
  TAKEN,
  /** Ended by the episode's end. */
  ENDED
}
