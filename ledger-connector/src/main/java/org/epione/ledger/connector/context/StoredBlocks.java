package org.epione.ledger.connector.context;

import org.epione.ledger.block.Block;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.LedgerStore;

/** Blocks that must be there, because something else that is stored says so. */
public final class StoredBlocks {

  private StoredBlocks() {}

  /**
   * The block at this height of the copy that {@code holder} keeps.
   *
   * @throws LedgerException if it lies in an archive, or is missing: the chain is damaged
   */
  public static Block at(LedgerStore store, String holder, String hospital, long height) {
    return store
        .chains()
        .block(holder, hospital, height)
        .map(Block::decode)
        .orElseThrow(
            () -> {
              requireHere(store, holder, hospital, height);
              return damaged(hospital, height);
            });
  }

  /**
   * The header of that block, also where its records lie in an archive.
   *
   * @throws LedgerException if it is missing: the chain is damaged
   */
  public static SignedHeader header(
      LedgerStore store, String holder, String hospital, long height) {
    return store
        .chains()
        .block(holder, hospital, height)
        .map(encoded -> Block.decode(encoded).signedHeader())
        .or(() -> store.archives().header(holder, hospital, height))
        .orElseThrow(() -> damaged(hospital, height));
  }

  /**
   * Refuses where the block of this height lies in an archive.
   *
   * @throws LedgerException which says in which
   */
  public static void requireHere(LedgerStore store, String holder, String hospital, long height) {
    store
        .archives()
        .at(holder, hospital, height)
        .ifPresent(
            archive -> {
              throw new LedgerException(
                  LedgerProblem.ARCHIVED,
                  "block " + height + " of " + hospital + ": " + archive.place());
            });
  }

  private static LedgerException damaged(String hospital, long height) {
    return new LedgerException(
        LedgerProblem.CHAIN_DAMAGED, "no block " + height + " of " + hospital);
  }
}
