package org.epione.ledger.connector.anchor;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.AnchorState;
import org.epione.ledger.connector.store.ChainRow;

/** What is kept of anchors, changed only by the server that has the lease of the chain. */
final class AnchorBook {

  private final Anchoring.Transactions transactions;

  AnchorBook(Anchoring.Transactions transactions) {
    this.transactions = transactions;
  }

  /** What {@code work} finds in a transaction that has the chain locked; none without the lease. */
  <T> Optional<T> ask(String hospital, Function<LedgerContext, T> work) {
    return transactions.run(
        context -> {
          Optional<ChainRow> row = context.store().chains().lock(hospital, hospital);
          return row.filter(held -> context.lease().hold(context.store().leases(), held))
              .map(held -> work.apply(context));
        });
  }

  /** Changes something, if this server has the lease. */
  void change(String hospital, Consumer<LedgerContext> work) {
    ask(
        hospital,
        context -> {
          work.accept(context);
          return true;
        });
  }

  /**
   * Changes an anchor that waits for its block, if it does so still with the same transaction.
   *
   * @return whether it was changed
   */
  boolean changeWaiting(AnchorRow row, Consumer<LedgerContext> work) {
    return ask(
            row.hospital(),
            context -> {
              boolean waits =
                  context
                      .store()
                      .anchors()
                      .find(row.hospital(), row.size(), row.chainId())
                      .filter(now -> now.state().compareTo(AnchorState.INCLUDED) < 0)
                      .filter(now -> now.hash().equals(row.hash()))
                      .isPresent();
              if (waits) {
                work.accept(context);
              }
              return waits;
            })
        .orElse(false);
  }
}
