package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How the node answered last.
 *
 * @param attempts tries in vain since it did what was asked of it
 * @param tried when it was asked last; 1970 if never
 * @param problem why it did not, for people
 */
public record AnchoringRow(int attempts, Instant tried, Optional<String> problem) {

  /** Before the first question. */
  public static final AnchoringRow NEVER = new AnchoringRow(0, Instant.EPOCH, Optional.empty());
}
