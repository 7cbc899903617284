package org.epione.emergency.boundary;

/** Whether a patient's records could be opened in an emergency. */
public enum Readiness {
  /** They could. */
  READY,
  /** She has refused that beforehand. */
  REFUSED,
  /** There are no shares: she has not signed in since she got an account. */
  NOT_PREPARED,
  /** There is no finished record. */
  NOTHING,
  /** The asking doctor has an emergency of this patient under way. */
  UNDER_WAY
}
