package org.epione.ledger.connector.context;

import java.util.function.Function;

/** Runs work in a transaction of its own, in which chains can be locked. */
@FunctionalInterface
public interface LedgerTransactions {

  /** The result of the work, when it is committed. */
  <T> T run(Function<LedgerContext, T> work);
}
