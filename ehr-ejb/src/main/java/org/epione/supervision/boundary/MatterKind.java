package org.epione.supervision.boundary;

/** What is laid before the system manager. */
public enum MatterKind {
  /** A doctor reports the hospital. */
  REPORT,
  /** A doctor appeals. */
  DOCTOR_APPEAL,
  /** The hospital appeals. */
  HOSPITAL_APPEAL
}
