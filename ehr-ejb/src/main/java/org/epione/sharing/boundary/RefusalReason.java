package org.epione.sharing.boundary;

/**
 * Why the system manager refuses a key or a reading: the reason code on the chain is the name. The
 * words that people read are in the portal's bundle, under {@code refusal.} and the name.
 */
public enum RefusalReason {
  /** The system manager's officer decided against it. */
  OFFICER_DECISION,
  /** The end date of the grant has passed, or its first date is still to come. */
  OUTSIDE_DATES,
  /** The patient has withdrawn. */
  CONSENT_WITHDRAWN,
  /** The patient was forgotten: there is no key any more, and no new one. */
  PATIENT_FORGOTTEN,
  /** No key was issued for this. */
  NO_KEY_ISSUED,
  /** The key was issued and destroyed since, as by the review of an emergency. */
  KEY_DESTROYED,
  /** A certificate of the doctor or her hospital does not count now. */
  CERTIFICATE_INVALID,
  /** The doctor's credit is below the floor. */
  EXPELLED,
  /** The doctor's hospital is below the floor: it gets no new keys. */
  HOSPITAL_SUSPENDED,
  /** The chain did not take the record of the reading. */
  NOT_ON_CHAIN,
  /** The ciphertext is gone, altered, or not what the chain says. */
  CONTENT_UNUSABLE
}
