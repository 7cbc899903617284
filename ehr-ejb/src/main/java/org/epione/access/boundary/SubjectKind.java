package org.epione.access.boundary;

/** What kind of thing an act is about. */
public enum SubjectKind {
  /** All of a party's, for example its patient index. */
  PARTY,
  ACCOUNT,
  PATIENT,
  EPISODE,
  /** A doctor's request for a record. */
  REQUEST,
  /** A question to a doctor by another hospital, for her opinion. */
  OPINION,
  /** A patient's consent. */
  GRANT,
  /** Of a hospital's chain; its number is the id. */
  EPOCH
}
