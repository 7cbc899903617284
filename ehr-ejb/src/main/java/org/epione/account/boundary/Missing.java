package org.epione.account.boundary;

/** What is asked of a person who has proven her password, before she may act. */
public enum Missing {
  NOTHING,
  /** Her second factor: a code, a recovery code or a passkey. */
  CODE,
  /** A second factor, which is compulsory for her role. */
  ENROLMENT
}
