package org.epione.sharing.entity;

/** Where one reading stands at the system manager. */
public enum DeliveryState {
  /** The cloud was asked for the ciphertext. */
  FETCHING,
  /** Re-encrypted and sent. */
  DELIVERED,
  /** The ACCESS_REFUSED record is on its way to the chain. */
  REFUSING,
  /** Refused; on the chain. */
  REFUSED
}
