package org.epione.deadletter.boundary;

/** What became of a message that could not be handled. */
public enum DeadLetterState {
  /** An administrator has to decide. */
  WAITING,
  /** Sent to its queue once more. */
  REPLAYED,
  /** Given up, with a reason. */
  DISCARDED
}
