package org.epione.benchmark.ledger;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainHead;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.world.World;

/** The next block on a chain of which nothing but its state is kept. */
record GrownBlock(Block block) {

  GrownBlock(World world, ChainState state, List<LedgerRecord> records) {
    this(of(world, state, records));
  }

  private static Block of(World world, ChainState state, List<LedgerRecord> records) {
    BlockHeader header =
        new BlockHeader(
            world.chain(),
            state.nextHeight(),
            state.head().map(ChainHead::hash).orElse(BlockHeader.NO_BLOCK),
            world.now(),
            world.chain(),
            records.size(),
            Block.tree(records).root(),
            state.credit().digest());
    return new Block(
        new SignedHeader(
            header,
            ByteString.of(world.hospital().sign(header.encode())),
            ByteString.of(world.cloud().sign(header.encode()))),
        records);
  }
}
