package org.epione.ledger.credit;

import java.time.Instant;
import java.util.Optional;

/**
 * The standing of a doctor, or of the hospital.
 *
 * @param points credit
 * @param expelledAt time of the record that brought a doctor, or the hospital, below the floor;
 *     absent while in good standing
 */
public record Score(int points, Optional<Instant> expelledAt) {

  /** Whether a doctor may act on the chain; whether a hospital may open episodes. */
  public boolean inGoodStanding() {
    return expelledAt.isEmpty();
  }
}
