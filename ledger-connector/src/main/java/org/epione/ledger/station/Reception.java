package org.epione.ledger.station;

import java.util.Optional;
import org.epione.ledger.state.BlockFault;

/**
 * What a station made of a block.
 *
 * @param outcome what came of it
 * @param fault what is wrong with a block that was refused, if it could be read
 */
public record Reception(Outcome outcome, Optional<BlockFault> fault) {

  /** What came of a block. */
  public enum Outcome {
    /** The next block: checked, kept, and countersigned if the station's vote counts. */
    ACCEPTED,
    /** A block that is kept already. */
    KNOWN,
    /** A later block than the next: those between are missing. */
    AHEAD,
    /** A block that may not follow, or that hospital or cloud did not sign. */
    REFUSED,
    /** The hospital signed two histories; the proof is kept. */
    EQUIVOCATION,
    /** The station has stopped trusting the hospital, and does nothing any more. */
    STOPPED
  }

  static Reception of(Outcome outcome) {
    return new Reception(outcome, Optional.empty());
  }

  static Reception refused(BlockFault fault) {
    return new Reception(Outcome.REFUSED, Optional.of(fault));
  }
}
