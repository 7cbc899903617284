package org.epione.ledger.station;

/**
 * What a station kept does not fit together. It must not go on: what it has signed before is not
 * known any more.
 */
public final class DamagedStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The block kept for this height is not the one that was kept. */
  public DamagedStoreException(long height) {
    super("the block kept for height " + height + " is damaged");
  }
}
