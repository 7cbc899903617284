package org.epione.custody.boundary;

/** What a person's key is for. One key never serves two purposes. */
public enum KeyPurpose {
  /** BLS signatures; a patient signs with a key derived from it for each episode. */
  SIGNING,
  /** Receiving what is sealed to the person (HPKE). */
  RECEIVING,
  /** A patient's decryption key x of her record. */
  RECORD
}
