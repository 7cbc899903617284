package org.epione.ledger.connector.anchor;

import java.util.function.Consumer;
import org.epione.ledger.connector.context.LeasedWork;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.AnchorState;

/** Changes of anchors that depend on how they stand by then. */
final class AnchorBook {

  private AnchorBook() {}

  /**
   * Changes an anchor that waits for its block, if it does so still with the same transaction.
   *
   * @return whether it was changed
   */
  static boolean changeWaiting(LeasedWork book, AnchorRow row, Consumer<LedgerContext> work) {
    return book.ask(
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
