package org.epione.ledger.verification;

/** Is told how far a verification is. */
@FunctionalInterface
public interface ProgressListener {

  /** Wants to hear nothing. */
  ProgressListener NONE = (verified, total) -> {};

  /** So many blocks of so many hold. */
  void verified(long verified, long total);
}
