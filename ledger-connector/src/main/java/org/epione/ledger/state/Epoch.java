package org.epione.ledger.state;

import java.time.Instant;
import org.epione.ledger.rules.BlockRules;

/**
 * The epoch of a chain that is open. The first begins with the founding, each other with the block
 * that closes the one before.
 *
 * @param number from 1
 * @param firstHeight height of its first block
 * @param since time of the record that began it
 */
public record Epoch(long number, long firstHeight, Instant since) {

  /** Whether it has lasted as long as the chain's rules say: the next block has to close it. */
  public boolean isOver(BlockRules rules, Instant now) {
    return !now.isBefore(since.plus(rules.epoch()));
  }

  Epoch next(Instant at, long height) {
    return new Epoch(number + 1, height, at);
  }
}
