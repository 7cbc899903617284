package org.epione.ledger.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.export.ExportWriter;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;

/** Chain A in memory: signs whatever it is given, allowed or not. */
public final class GrowingChain {

  private final World world;
  private final List<Block> blocks = new ArrayList<>();
  private final List<ChainState> states = new ArrayList<>(List.of(ChainState.EMPTY));

  /** A chain without blocks. */
  public GrowingChain(World world) {
    this.world = world;
  }

  /** A chain with block 0 and the doctors of A enrolled in block 1. */
  public static GrowingChain founded(World world) {
    GrowingChain chain = new GrowingChain(world);
    chain.add(world.founding());
    chain.add(world.doctors().stream().map(world::enrolment).toArray(LedgerRecord[]::new));
    return chain;
  }

  /** Adds a block of these records. */
  public Block add(LedgerRecord... records) {
    ProposedBlock proposed = propose(List.of(), records);
    Block block =
        new Block(
            new SignedHeader(
                proposed.header(),
                proposed.hospital(),
                ByteString.of(world.cloud().sign(proposed.header().encode()))),
            proposed.records());
    blocks.add(block);
    states.add(after(block.records()).close(block.header()));
    return block;
  }

  /** Adds a block of another chain that is the same up to here. */
  public void take(Block block) {
    blocks.add(block);
    states.add(state().after(block));
  }

  /** The next block of these records, signed by the hospital only. */
  public ProposedBlock propose(List<LedgerRecord> refused, LedgerRecord... records) {
    List<LedgerRecord> list = List.of(records);
    BlockHeader header =
        new BlockHeader(
            world.chain(),
            state().nextHeight(),
            state().head().map(ChainHead::hash).orElse(BlockHeader.NO_BLOCK),
            world.now(),
            world.chain(),
            list.size(),
            Block.tree(list).root(),
            after(list).credit().digest());
    return proposal(header, list, refused);
  }

  /** A proposal with this header. */
  public ProposedBlock proposal(
      BlockHeader header, List<LedgerRecord> records, List<LedgerRecord> refused) {
    return new ProposedBlock(
        header, ByteString.of(world.hospital().sign(header.encode())), records, refused);
  }

  /** Another history that is the same up to here. */
  public GrowingChain fork() {
    GrowingChain other = new GrowingChain(world);
    other.blocks.addAll(blocks);
    other.states.clear();
    other.states.addAll(states);
    return other;
  }

  /** Whether the next block has to close the epoch. */
  public boolean isEpochOver() {
    return state()
        .epoch()
        .filter(open -> open.isOver(state().founding().orElseThrow().blockRules(), world.now()))
        .isPresent();
  }

  /** The sealed state with which an export from this height on begins. */
  public ChainState sealedBefore(int height) {
    return states.get(height).sealed();
  }

  /** The export from the anchor at this height on. */
  public byte[] exportFrom(int height) {
    return exportFrom(world, blocks.subList(height, blocks.size()), sealedBefore(height).encode());
  }

  /** The export of these blocks with this snapshot before them. */
  public static byte[] exportFrom(World world, List<Block> blocks, byte[] snapshot) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ExportWriter writer = new ExportWriter(out, world.chain(), blocks.size(), snapshot);
      for (Block block : blocks) {
        writer.add(block.encode());
      }
      writer.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The state at the head. */
  public ChainState state() {
    return states.get(states.size() - 1);
  }

  /** The blocks so far. */
  public List<Block> blocks() {
    return blocks;
  }

  /** The export of these blocks. */
  public static byte[] export(World world, List<Block> blocks) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ExportWriter writer = new ExportWriter(out, world.chain(), blocks.size());
      for (Block block : blocks) {
        writer.add(block.encode());
      }
      writer.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The export of the chain with the countersignatures of each height. */
  public byte[] export(Map<Long, List<Countersignature>> votes) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ExportWriter writer = new ExportWriter(out, world.chain(), blocks.size());
      for (Block block : blocks) {
        writer.add(block.encode(), votes.getOrDefault(block.header().height(), List.of()));
      }
      writer.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The export of the chain. */
  public byte[] export() {
    return export(world, blocks);
  }

  private ChainState after(List<LedgerRecord> records) {
    ChainState state = state();
    for (int i = 0; i < records.size(); i++) {
      state = state.apply(records.get(i), new RecordPosition(state().nextHeight(), i));
    }
    return state;
  }
}
