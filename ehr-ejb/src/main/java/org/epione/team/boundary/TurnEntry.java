package org.epione.team.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a doctor's inbox.
 *
 * @param episode EID in hex
 * @param step which hand-over opened it
 * @param ready whether the sealed briefing has arrived, so that it can be opened
 * @param cameBack whether the doctor after sent it back for signing again
 * @param draft whether unfinished text is kept
 * @param appends reference of the record that this one adds to
 * @param stopped why the team cannot go on, if it cannot
 */
public record TurnEntry(
    String episode,
    int step,
    String reference,
    String patient,
    int place,
    int teamSize,
    Instant openedAt,
    Instant dueAt,
    boolean overdue,
    boolean ready,
    boolean cameBack,
    boolean draft,
    Optional<String> appends,
    Optional<Loss> stopped) {

  /** Never who. */
  @Override
  public String toString() {
    return reference + " " + place;
  }
}
