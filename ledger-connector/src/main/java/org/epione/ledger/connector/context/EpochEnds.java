package org.epione.ledger.connector.context;

import org.epione.ledger.block.Block;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.EpochRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.record.EpochClosedBody;
import org.epione.ledger.state.ChainState;

/** Blocks as they are added to a copy of a chain: with the one that closes an epoch, its state. */
public final class EpochEnds {

  private final LedgerStore store;

  /** Adds to these tables. */
  public EpochEnds(LedgerStore store) {
    this.store = store;
  }

  /** Adds the block that was checked to follow on {@code before}; the copy is locked. */
  public void append(ChainRow row, ChainState before, Block block) {
    store.chains().append(row, block);
    if (block.records().get(0).body() instanceof EpochClosedBody closing) {
      store
          .epochs()
          .add(
              new EpochRow(
                  row.holder(),
                  row.hospital(),
                  closing.epoch(),
                  before.epoch().orElseThrow().firstHeight(),
                  closing.lastHeight(),
                  closing.logSize(),
                  block.header().time()),
              before.sealed().encode());
    }
  }
}
