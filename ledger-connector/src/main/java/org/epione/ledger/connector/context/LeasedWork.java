package org.epione.ledger.connector.context;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.epione.ledger.connector.store.ChainRow;

/** Work on a hospital's chain that only the server with its lease may do. */
public final class LeasedWork {

  private final LedgerTransactions transactions;

  /** In these transactions. */
  public LeasedWork(LedgerTransactions transactions) {
    this.transactions = transactions;
  }

  /** What {@code work} finds in a transaction that has the chain locked; none without the lease. */
  public <T> Optional<T> ask(String hospital, Function<LedgerContext, T> work) {
    return transactions.run(
        context -> {
          Optional<ChainRow> row = context.store().chains().lock(hospital, hospital);
          return row.flatMap(held -> context.lease().hold(context.store().leases(), held))
              .map(lease -> work.apply(context));
        });
  }

  /** Changes something, if this server has the lease. */
  public void change(String hospital, Consumer<LedgerContext> work) {
    ask(
        hospital,
        context -> {
          work.accept(context);
          return true;
        });
  }
}
