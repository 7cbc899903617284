package org.epione.keychange.boundary;

/** Where a change of a doctor's key stands. */
public enum KeyChangeState {
  /** Certified and signed; the record is on its way to the chain. */
  SUBMITTED,
  /** On the chain: she signs with the new key. */
  DONE,
  /** The chain refused the record: she signs with the key that she had. */
  REFUSED
}
