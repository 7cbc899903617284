package org.epione.matching.boundary;

/** How a comparison or conversation ended. */
public enum EndedBy {
  /** This patient left. */
  OWN,
  /** The other left. */
  PEER,
  /** A search ended before both had agreed. */
  OVER
}
