package org.epione.access.boundary;

/** What was decided and recorded. */
public enum Decision {
  PERMIT,
  DENY
}
