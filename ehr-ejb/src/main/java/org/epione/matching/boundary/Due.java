package org.epione.matching.boundary;

/** What a comparison waits for. */
public enum Due {
  /** This side gives its share first. */
  BEGIN,
  /** The other side's share is there: this side gives its own and its confirmation. */
  ANSWER,
  /** The other side's share and confirmation are there: this side confirms. */
  CONFIRM,
  /** The other side's turn, or a limit was reached. */
  WAIT,
  /** Both confirmed; what came of it, only the two browsers know. */
  DONE
}
