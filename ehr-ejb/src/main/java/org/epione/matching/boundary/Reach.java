package org.epione.matching.boundary;

/** Among whose patients somebody looks. */
public enum Reach {
  /** Of her own hospital. */
  OWN_HOSPITAL,
  /** Of every hospital that the system manager admitted. */
  ALL_HOSPITALS
}
