package org.epione.ledger.verification;

import java.util.Optional;

/**
 * What came of one block more.
 *
 * @param after what the blocks come to now
 * @param fault what is wrong with it
 */
record Step(Tally after, Optional<Fault> fault) {

  static Step failed(Tally after, Fault fault) {
    return new Step(after, Optional.of(fault));
  }
}
