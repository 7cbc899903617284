package org.epione.guardian.boundary;

/** What the hospital has seen before it names a guardian. */
public enum GuardianGround {
  /** A birth certificate, or what proves parenthood otherwise. */
  BIRTH_CERTIFICATE,
  /** The decision of a court or an authority. */
  COURT_DECISION
}
