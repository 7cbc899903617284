package org.epione.ledger.connector.store;

/**
 * The database failed or holds what it should not. Rolls the transaction back; whatever was asked
 * for will be tried again.
 */
public final class LedgerStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The database refused. */
  public LedgerStoreException(Throwable cause) {
    super("the ledger's database failed: " + cause.getMessage(), cause);
  }

  /** The database holds what it should not. */
  public LedgerStoreException(String message) {
    super(message);
  }
}
