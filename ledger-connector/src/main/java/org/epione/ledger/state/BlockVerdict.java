package org.epione.ledger.state;

import java.util.Optional;

/**
 * Whether a block may follow: either the state after it or what is wrong with it.
 *
 * @param after the state after the block, if it may follow
 * @param fault what is wrong, if not
 */
public record BlockVerdict(Optional<ChainState> after, Optional<BlockFault> fault) {

  static BlockVerdict allowed(ChainState after) {
    return new BlockVerdict(Optional.of(after), Optional.empty());
  }

  static BlockVerdict refused(BlockFault fault) {
    return new BlockVerdict(Optional.empty(), Optional.of(fault));
  }
}
