package org.epione.enrolment.boundary;

/** Where a hospital's application stands with the system manager. */
public enum AdmissionState {
  /** The system manager added it; its application is on its way and will be admitted. */
  EXPECTED,
  /** It applied; the system manager decides. */
  APPLIED,
  /** It has its pseudo-identity and certificate. */
  ADMITTED,
  /** The system manager refused it. */
  REFUSED
}
