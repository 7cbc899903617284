package org.epione.appointment.boundary;

/** Who has appointment passwords. Nothing that belongs to one kind is good for the other. */
public enum AccountKind {
  /** Named by the card number. */
  PATIENT,
  /** Named by the user name, in lower case. */
  DOCTOR
}
