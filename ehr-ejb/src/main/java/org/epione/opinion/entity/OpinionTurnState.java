package org.epione.opinion.entity;

/** Where a turn stands that another hospital sent. */
public enum OpinionTurnState {
  /** The doctor can write and sign. Next: SENT, OVER. */
  OPEN,
  /** What she did is on its way. Next: TAKEN, OPEN if the other hospital refused it, OVER. */
  SENT,
  /** The other hospital has taken it. Final. */
  TAKEN,
  /** The other hospital needs it no more. Final. */
  OVER
}
