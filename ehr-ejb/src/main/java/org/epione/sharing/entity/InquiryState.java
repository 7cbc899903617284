package org.epione.sharing.entity;

/** Where a request stands at the hospital that keeps the record. */
public enum InquiryState {
  /** The ACCESS_REQUESTED record is on its way to the chain; the patient does not see it yet. */
  RECORDING,
  /** The patient's to decide. */
  WAITING,
  /** The CONSENT_GIVEN record is on its way to the chain. */
  CONSENTING,
  /** Consent on the chain, the grant is with the system manager. */
  CONSENTED,
  /** The system manager issued the key: the doctor can read. */
  ISSUED,
  /** The CONSENT_REFUSED record is on its way to the chain. */
  REFUSING,
  /** The patient refused; on the chain. */
  REFUSED,
  /** The system manager refused. */
  DENIED,
  /** The patient withdrew. */
  WITHDRAWN,
  /** The chain did not take the request. */
  FAILED,
  /** The patient was forgotten. */
  FORGOTTEN;

  /** Whether nothing can come of it any more. */
  public boolean isOver() {
    return switch (this) {
      case REFUSED, DENIED, WITHDRAWN, FAILED, FORGOTTEN -> true;
      case RECORDING, WAITING, CONSENTING, CONSENTED, ISSUED, REFUSING -> false;
    };
  }
}
