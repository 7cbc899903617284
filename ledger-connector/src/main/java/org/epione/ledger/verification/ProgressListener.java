package org.epione.ledger.verification;

/** Is told from time to time how far a verification is. */
@FunctionalInterface
public interface ProgressListener {

  /** Wants to hear nothing. */
  ProgressListener NONE = (blocks, records, total) -> {};

  /**
   * More blocks hold.
   *
   * @param blocks so many blocks hold
   * @param records with so many records
   * @param total so many blocks the file announces
   */
  void verified(long blocks, long records, long total);
}
