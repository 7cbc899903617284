package org.epione.disclosure.boundary;

/** What allows somebody to have to do with a patient's records. */
public enum Basis {
  /** The patient's consent. */
  CONSENT,
  /** The patient's warrant for a doctor of the team. */
  WARRANT,
  /** An emergency in which the hospital opened them without the patient. */
  EMERGENCY,
  /** The hospital named her the guardian of a minor. */
  GUARDIAN,
  /** The duties of the hospital's staff. */
  DUTY,
  /** An audit. */
  AUDIT,
  /** Nothing needed to: somebody asked, the patient decided, or it was refused. */
  NONE
}
