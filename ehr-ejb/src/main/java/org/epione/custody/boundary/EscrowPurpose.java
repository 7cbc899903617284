package org.epione.custody.boundary;

/** What an escrow is for. A share made for one purpose is not taken for another. */
public enum EscrowPurpose {
  /** To open a person's keys under another password when the password is lost. */
  LOST_PASSWORD,
  /** To let a doctor read a patient's records in an emergency, without the patient. */
  EMERGENCY
}
