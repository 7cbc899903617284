package org.epione.ledger.connector.context;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.ChainTable;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;

/**
 * The state of each chain kept here, folded from its stored blocks and then kept in memory. What
 * this server or another adds is folded in when the state is asked for next. Thread-safe.
 */
public final class ChainStates {

  private static final int BATCH = 50;

  private record Key(String holder, String hospital) {}

  private final Map<Key, ChainState> known = new ConcurrentHashMap<>();

  /**
   * The state at the head that {@code row} names. To be asked for before the caller's transaction
   * adds blocks: a state of blocks that are then rolled back is noticed later and thrown away, but
   * at the price of folding the whole chain.
   */
  public ChainState at(ChainTable chains, ChainRow row) {
    Key key = new Key(row.holder(), row.hospital());
    ChainState from = known.getOrDefault(key, ChainState.EMPTY);
    if (from.nextHeight() - 1 > row.height()) {
      from = ChainState.EMPTY;
    }
    ChainState state = fold(chains, row, from);
    if (!isHead(state, row) && from != ChainState.EMPTY) {
      state = fold(chains, row, ChainState.EMPTY);
    }
    if (!isHead(state, row)) {
      throw new LedgerException(LedgerProblem.CHAIN_DAMAGED, "head of " + row.hospital());
    }
    known.put(key, state);
    return state;
  }

  private static boolean isHead(ChainState state, ChainRow row) {
    return state.head().map(ChainHead::hash).orElse(BlockHeader.NO_BLOCK).equals(row.head());
  }

  private static ChainState fold(ChainTable chains, ChainRow row, ChainState from) {
    ChainState state = from;
    while (state.nextHeight() <= row.height()) {
      long next = state.nextHeight();
      int count = (int) Math.min(BATCH, row.height() - next + 1);
      List<byte[]> blocks = chains.blocks(row.holder(), row.hospital(), next, count);
      if (blocks.isEmpty()) {
        throw new LedgerException(
            LedgerProblem.CHAIN_DAMAGED, "no block " + next + " of " + row.hospital());
      }
      for (byte[] encoded : blocks) {
        Block block = Block.decode(encoded);
        if (!links(state, block)) {
          // A state of rolled back blocks, or a damaged chain: the caller finds out which.
          return state;
        }
        state = state.after(block);
      }
    }
    return state;
  }

  private static boolean links(ChainState state, Block block) {
    return block.header().height() == state.nextHeight()
        && block
            .header()
            .previous()
            .equals(state.head().map(ChainHead::hash).orElse(BlockHeader.NO_BLOCK));
  }
}
