package org.epione.team.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change of a team that was proposed, as all see it who see the order of turns.
 *
 * @param place of the order from which on it changes
 * @param leftOut name of who does not sign any more
 * @param joined name of who signs at that place instead or besides
 * @param state name of where it stands
 * @param changedAt when it came to stand so
 * @param order names of the whole team that there would be, while the patient can answer
 * @param record id of the record of the agreement, in hex
 */
public record TeamChangeView(
    int place,
    Optional<String> leftOut,
    Optional<String> joined,
    String reason,
    String proposedBy,
    Instant proposedAt,
    String state,
    Instant changedAt,
    List<String> order,
    Optional<String> record) {

  public TeamChangeView {
    order = List.copyOf(order);
  }

  /** Whether the patient can answer it, and who proposed it take it back. */
  public boolean open() {
    return state.equals("PROPOSED");
  }

  /** Never why. */
  @Override
  public String toString() {
    return place + " " + state;
  }
}
