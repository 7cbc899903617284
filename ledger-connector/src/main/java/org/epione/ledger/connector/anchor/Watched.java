package org.epione.ledger.connector.anchor;

import java.util.List;
import org.epione.ledger.connector.store.AnchorRow;
import org.epione.ledger.connector.store.AnchorTransactionRow;

/**
 * An anchor to look at.
 *
 * @param row as it was kept
 * @param transactions signed for it, newest first
 * @param stuck whether the newest of them has waited long
 */
record Watched(AnchorRow row, List<AnchorTransactionRow> transactions, boolean stuck) {

  AnchorTransactionRow newest() {
    return transactions.get(0);
  }
}
