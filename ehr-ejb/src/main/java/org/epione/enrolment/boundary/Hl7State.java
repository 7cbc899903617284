package org.epione.enrolment.boundary;

/** What became of a received HL7 message. */
public enum Hl7State {
  /** Kept, not understood yet. */
  RECEIVED,
  /** Done as it asked. */
  APPLIED,
  /** Answered that it cannot be done. */
  REFUSED,
  /** The same message again: answered as before. */
  REPEATED,
  /** Another message under a control id that was used before. */
  CONFLICTING
}
