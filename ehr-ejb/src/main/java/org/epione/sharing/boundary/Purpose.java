package org.epione.sharing.boundary;

/**
 * What a record is asked for: codes of HL7 v3 {@code PurposeOfUse} (2.16.840.1.113883.1.11.20448).
 * The words that a patient reads are in the portal's bundle, under {@code purpose.} and the code.
 */
public enum Purpose {
  /** Treatment. */
  TREAT,
  /** Treatment in an emergency. */
  ETREAT,
  /** Coordination of care. */
  COC,
  /** Payment for health care. */
  HPAYMT,
  /** Research. */
  HRESCH,
  /** Public health. */
  PUBHLTH,
  /** At the patient's own request. */
  PATRQT
}
