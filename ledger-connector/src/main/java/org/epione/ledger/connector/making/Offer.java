package org.epione.ledger.connector.making;

/** How a block is offered to a cloud that the same server hosts; one elsewhere gets a message. */
public enum Offer {
  /** The cloud answers in the transaction in which the hospital signs. */
  AT_ONCE,
  /** As to a cloud elsewhere. */
  BY_MESSAGE
}
