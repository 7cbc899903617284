package org.epione.opinion.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A question to a doctor of another hospital, for who may change the team.
 *
 * @param question empty once it was destroyed
 * @param state name of where it stands
 * @param reason stable word for why it ended, if there is one
 * @param canTakeBack whether it can still be taken back
 */
public record OpinionRequestView(
    String id,
    String doctor,
    String hospital,
    String specialty,
    Optional<String> question,
    String askedBy,
    Instant askedAt,
    String state,
    Instant changedAt,
    Optional<String> reason,
    boolean canTakeBack) {

  /** Never the question. */
  @Override
  public String toString() {
    return id + " " + state;
  }
}
