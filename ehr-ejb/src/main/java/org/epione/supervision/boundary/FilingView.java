package org.epione.supervision.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A report or appeal as whoever made it sees it. What was written is sealed to the system manager
 * and not shown again.
 *
 * @param id names it, in hex
 * @param filedAt when it was made
 * @param outcome name of the outcome, or why the chain did not take it
 * @param recordId id of its record, whose proof shows that it is on the chain
 * @param overdue whether it waits for longer than it should
 * @param reason what the system manager wrote
 */
public record FilingView(
    String id,
    MatterKind kind,
    Instant filedAt,
    FilingState state,
    Optional<String> outcome,
    String recordId,
    boolean overdue,
    Optional<String> reason) {

  /** Never the reason. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
