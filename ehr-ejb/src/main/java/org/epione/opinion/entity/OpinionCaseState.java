package org.epione.opinion.entity;

/** Where a question for an opinion stands at the hospital that is asked. */
public enum OpinionCaseState {
  /** Waits for the doctor. */
  OPEN,
  /** She agreed. */
  ACCEPTED,
  /** She declined, or gave it up after she had agreed. */
  DECLINED,
  /** The hospital that asked needs nothing any more. */
  OVER
}
