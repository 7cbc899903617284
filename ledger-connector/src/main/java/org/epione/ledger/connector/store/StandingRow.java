package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How a server that is not ours answered last.
 *
 * @param attempts tries in vain since it did what was asked
 * @param tried when it was asked last; 1970 if never
 * @param problem why it did not, for people
 */
public record StandingRow(int attempts, Instant tried, Optional<String> problem) {

  /** Before the first question. */
  public static final StandingRow NEVER = new StandingRow(0, Instant.EPOCH, Optional.empty());
}
