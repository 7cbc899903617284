package org.epione.team.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An episode as its patient sees it: who is to treat or treats her, and why.
 *
 * @param appends reference of the record that the team is to add to
 * @param validDays how long the warrants hold from the moment she signs
 * @param changes what was proposed to change in the team
 * @param warrants one for each doctor of the team, once signed
 */
public record TreatmentView(
    String id,
    String reference,
    String hospital,
    String complaint,
    Optional<String> appends,
    String state,
    Optional<String> reason,
    Instant openedAt,
    int validDays,
    List<MemberView> team,
    List<TeamChangeView> changes,
    List<WarrantView> warrants) {

  /** Whether the patient is asked to agree to another team. */
  public boolean changeAsked() {
    return changes.stream().anyMatch(TeamChangeView::open);
  }

  /** Never why. */
  @Override
  public String toString() {
    return reference + " " + state;
  }
}
