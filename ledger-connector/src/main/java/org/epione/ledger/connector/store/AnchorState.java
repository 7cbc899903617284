package org.epione.ledger.connector.store;

/** How far an anchor is. */
public enum AnchorState {
  /** Signed and kept; no node has it yet as far as is known. */
  SIGNED,
  /** A node took it. */
  SENT,
  /** In a block. */
  INCLUDED,
  /** In a block deep enough to count as settled. */
  CONFIRMED
}
