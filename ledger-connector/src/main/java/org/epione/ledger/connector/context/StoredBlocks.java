package org.epione.ledger.connector.context;

import org.epione.ledger.block.Block;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.LedgerStore;

/** Blocks that must be there, because something else that is stored says so. */
public final class StoredBlocks {

  private StoredBlocks() {}

  /**
   * The block at this height of the copy that {@code holder} keeps.
   *
   * @throws LedgerException if it is missing: the chain is damaged
   */
  public static Block at(LedgerStore store, String holder, String hospital, long height) {
    return store
        .chains()
        .block(holder, hospital, height)
        .map(Block::decode)
        .orElseThrow(
            () ->
                new LedgerException(
                    LedgerProblem.CHAIN_DAMAGED, "no block " + height + " of " + hospital));
  }
}
