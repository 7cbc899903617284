package org.epione.enrolment.boundary;

/** Where the enrolment of a doctor stands. */
public enum DoctorState {
  /** Certified by the hospital; the record is on its way to the chain. */
  SUBMITTED,
  /** On the hospital's chain. */
  ENROLLED,
  /** The chain refused the record. */
  REFUSED
}
