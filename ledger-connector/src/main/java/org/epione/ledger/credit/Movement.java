package org.epione.ledger.credit;

/**
 * One change of one score.
 *
 * @param cause the record that brought it
 * @param before points before
 * @param after the standing after
 */
public record Movement(Cause cause, int before, Score after) {

  /** Points gained, or lost if negative. */
  public int points() {
    return after.points() - before;
  }
}
