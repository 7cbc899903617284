package org.epione.team.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the registrar's list of episodes.
 *
 * @param needsFollowUp whether a turn is lost to expulsion, so that it cannot go on
 */
public record EpisodeRow(
    String id,
    String reference,
    String patientId,
    String patient,
    String state,
    Optional<String> reason,
    boolean needsFollowUp,
    int teamSize,
    int signed,
    Instant openedAt,
    Instant changedAt) {

  /** Never who. */
  @Override
  public String toString() {
    return reference + " " + state;
  }
}
