package org.epione.platform.erasure;

/**
 * Destroys what one feature of the system manager holds for a hospital's patient. Called again, it
 * changes nothing more. What one hospital says touches no other hospital's patients.
 */
public interface HeldErasure {

  /** What it is, for the receipt. */
  Held what();

  /**
   * Destroys it, and refuses from now on what comes later for the same patient.
   *
   * @return how many entries there were
   */
  int erase(ForgottenPatient patient);

  /** What the system manager holds; receipts carry the names. */
  enum Held {
    /** Shares of keys, for lost passwords. */
    PASSWORD_SHARES,
    /** Shares of keys of records, for emergencies. */
    EMERGENCY_SHARES,
    /** Re-encryption keys. */
    RE_ENCRYPTION_KEYS
  }
}
