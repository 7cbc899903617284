package org.epione.team.boundary;

/** Why a turn is lost: its doctor has not signed and cannot sign any more. */
public enum Loss {
  /** The doctor was expelled from the chain. */
  EXPELLED,
  /** The patient withdrew the doctor's warrant. */
  WARRANT_WITHDRAWN,
  /** The doctor's warrant has ended. */
  WARRANT_ENDED,
  /** The doctor is of another hospital, and cannot or will not sign any more. */
  GAVE_UP
}
