package org.epione.opinion.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.TurnView;

/**
 * An opened turn at another hospital, verified and decrypted.
 *
 * @param hospital name of the other hospital
 * @param order names of the team in order
 * @param patient by reference and year of birth: who it is stays at the other hospital
 * @param before what the doctors before wrote, in order; the files that they attached are named
 * @param text what was prepared, or signed before the turn came back
 * @param refusal why the other hospital did not take what was done, as a stable word
 */
public record VisitView(
    String id,
    int step,
    String hospital,
    String reference,
    String question,
    int place,
    List<String> order,
    TurnView.PatientView patient,
    List<PartView> before,
    Optional<String> cameBackBecause,
    String text,
    Instant dueAt,
    Instant warrantEnds,
    Optional<String> refusal) {

  public VisitView {
    order = List.copyOf(order);
    before = List.copyOf(before);
  }

  /** Never what is in it. */
  @Override
  public String toString() {
    return id + "-" + step;
  }
}
