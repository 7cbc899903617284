package org.epione.history.boundary;

/** Where a search stands. */
public enum SearchStanding {
  /** A cloud has records still to test. */
  SEARCHING,
  /** All clouds have tested what they keep. */
  DONE,
  /** A cloud does as many searches as it can; this one was not carried out there. */
  BUSY,
  /** A cloud has not answered for ten minutes; it is not waited for any more. */
  UNANSWERED
}
