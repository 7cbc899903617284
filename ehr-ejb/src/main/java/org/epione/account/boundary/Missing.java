package org.epione.account.boundary;

/** What is asked of a person who has proven her password, before she may act. */
public enum Missing {
  NOTHING,
  /** A code of her second factor. */
  CODE,
  /** A second factor, which is compulsory for her role. */
  ENROLMENT
}
