package org.epione.sharing.entity;

/** Where a grant stands at the system manager. */
public enum CaseState {
  /** The officer's to decide. */
  WAITING,
  /** The officer ordered the key, with others; it is to be issued for itself. */
  ORDERED,
  /** The RE_ENCRYPTION_KEY_ISSUED record is on its way to the chain. */
  ISSUING,
  /** The key is issued and can be used. */
  ISSUED,
  /** The ACCESS_REFUSED record is on its way to the chain. */
  REFUSING,
  /** Refused; on the chain. */
  REFUSED,
  /** The patient withdrew; the key is destroyed. */
  WITHDRAWN,
  /** The patient was forgotten; the key is destroyed. */
  FORGOTTEN
}
