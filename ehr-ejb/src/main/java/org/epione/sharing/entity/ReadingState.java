package org.epione.sharing.entity;

/** Where one reading of a shared record stands, as the doctor's hospital knows it. */
public enum ReadingState {
  /** The RECORD_READ record is on its way to the chain. */
  RECORDING,
  /** On the chain, or refused by it; the system manager was asked. */
  ASKED,
  /** The re-encrypted record is here. */
  DELIVERED,
  /** Refused; the reason is with it. */
  REFUSED,
  /** Read, and the re-encrypted record removed. */
  CLOSED
}
