package org.epione.ledger.credit;

import java.time.Instant;
import java.util.Optional;

/**
 * One doctor's standing.
 *
 * @param points credit
 * @param expelledAt time of the record that brought the doctor below the floor; absent while in
 *     good standing
 */
public record Score(int points, Optional<Instant> expelledAt) {

  /** Whether the doctor may act on the chain. */
  public boolean inGoodStanding() {
    return expelledAt.isEmpty();
  }
}
