package org.epione.ledger.connector.context;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockDecoder;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.ChainTable;
import org.epione.ledger.connector.store.EpochRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.record.EpochClosedBody;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;

/**
 * The state of each chain kept here, folded from its stored blocks since the last closing of an
 * epoch and then kept in memory. What this server or another adds is folded in when the state is
 * asked for next. The states before are kept for a while, too: whoever reads the chain beside a
 * block maker asks for one of them. Thread-safe.
 */
public final class ChainStates {

  /** So many blocks are read at one time, as long as they are small. */
  private static final int BATCH = 50;

  /** After so many bytes no further block is read; decoded, they take a few times as many. */
  private static final long BATCH_BYTES = 8_000_000;

  /** So many blocks a reader may be behind. */
  private static final int RECENT = 16;

  private record Key(String holder, String hospital) {}

  /** Of each chain, by the height of the next block. */
  private final Map<Key, NavigableMap<Long, ChainState>> known = new ConcurrentHashMap<>();

  /**
   * The state at the head that {@code row} names. To be asked for before the caller's transaction
   * adds blocks: a state of blocks that are then rolled back is noticed later and thrown away, but
   * at the price of folding all of them.
   *
   * @throws LedgerException if what is stored is damaged: blocks that do not follow on each other,
   *     records that are not those of their block's header, or a snapshot that no block names
   */
  public ChainState at(LedgerStore store, ChainRow row) {
    try {
      return read(store, row);
    } catch (MalformedEncodingException e) {
      throw new LedgerException(
          LedgerProblem.CHAIN_DAMAGED, row.hospital() + ": " + e.getMessage());
    }
  }

  private ChainState read(LedgerStore store, ChainRow row) {
    NavigableMap<Long, ChainState> recent =
        known.computeIfAbsent(
            new Key(row.holder(), row.hospital()), key -> new ConcurrentSkipListMap<>());
    Optional<ChainState> from =
        Optional.ofNullable(recent.floorEntry(row.height() + 1)).map(Map.Entry::getValue);
    ChainState state = fold(store.chains(), row, from.orElseGet(() -> beginning(store, row)));
    if (!isHead(state, row) && from.isPresent()) {
      recent.clear();
      state = fold(store.chains(), row, beginning(store, row));
    }
    if (!isHead(state, row)) {
      throw new LedgerException(LedgerProblem.CHAIN_DAMAGED, "head of " + row.hospital());
    }
    recent.put(state.nextHeight(), state);
    while (recent.size() > RECENT) {
      recent.pollFirstEntry();
    }
    return state;
  }

  /** The last snapshot, which the block after it names; the empty state before the first. */
  private static ChainState beginning(LedgerStore store, ChainRow row) {
    Optional<EpochRow> epoch = store.epochs().lastBelow(row.holder(), row.hospital(), row.height());
    if (epoch.isEmpty()) {
      return ChainState.EMPTY;
    }
    byte[] snapshot = store.epochs().snapshot(epoch.get());
    boolean named =
        store
            .chains()
            .block(row.holder(), row.hospital(), epoch.get().lastHeight() + 1)
            .map(encoded -> Block.decode(encoded).records().get(0).body())
            .filter(
                body ->
                    body instanceof EpochClosedBody closing
                        && closing.state().equals(Digest.of(snapshot)))
            .isPresent();
    if (!named) {
      throw new LedgerException(
          LedgerProblem.CHAIN_DAMAGED,
          "snapshot of epoch " + epoch.get().epoch() + " of " + row.hospital());
    }
    return ChainState.decode(snapshot);
  }

  private static boolean isHead(ChainState state, ChainRow row) {
    return state.head().map(ChainHead::hash).orElse(BlockHeader.NO_BLOCK).equals(row.head());
  }

  private static ChainState fold(ChainTable chains, ChainRow row, ChainState from) {
    try (BlockDecoder decoder = new BlockDecoder()) {
      return fold(chains, row, from, decoder);
    }
  }

  private static ChainState fold(
      ChainTable chains, ChainRow row, ChainState from, BlockDecoder decoder) {
    ChainState state = from;
    while (state.nextHeight() <= row.height()) {
      long next = state.nextHeight();
      int count = (int) Math.min(BATCH, row.height() - next + 1);
      List<byte[]> blocks = chains.blocks(row.holder(), row.hospital(), next, count, BATCH_BYTES);
      if (blocks.isEmpty()) {
        throw new LedgerException(
            LedgerProblem.CHAIN_DAMAGED, "no block " + next + " of " + row.hospital());
      }
      for (Block block : decoder.decode(blocks)) {
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
