package org.epione.opinion.entity;

/** Where a question for an opinion stands at the hospital that asks. */
public enum OpinionState {
  /** At the other hospital. Next: ANSWERED, DECLINED, UNKNOWN, TAKEN_BACK. */
  ASKED,
  /** The doctor agreed; her record is on its way to the chain. Next: ACCEPTED, REJECTED, OVER. */
  ANSWERED,
  /** The chain has it: she can be given a place. Next: GIVEN_UP, OVER. */
  ACCEPTED,
  /** The doctor declined. Final. */
  DECLINED,
  /** The other hospital has no doctor of that name. Final. */
  UNKNOWN,
  /** Who asked, or another who may, took it back. Final. */
  TAKEN_BACK,
  /** The chain refused her record. Final. */
  REJECTED,
  /** She agreed, and cannot or will not any more. Final. */
  GIVEN_UP,
  /** The team goes on, or has ended, without needing her any more. Final. */
  OVER;

  /** Whether something can still come of it. */
  public boolean isOpen() {
    return this == ASKED || this == ANSWERED || this == ACCEPTED;
  }
}
