package org.epione.disclosure.boundary;

/** What came out of looking into a complaint. */
public enum ComplaintOutcome {
  /** What happened was in order. */
  IN_ORDER,
  /** What happened was not in order; the answer says what follows. */
  NOT_IN_ORDER
}
