package org.epione.team.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.Pid;
import org.epione.team.control.VisitingTurns;
import org.epione.team.control.Visitors;

/**
 * The places that doctors of other hospitals have in teams of this one, for who brings them; pages
 * and resources do not call this.
 */
@Stateless
@PermitAll
public class VisitorPlaces {

  @Inject private Visitors visitors;
  @Inject private VisitingTurns turns;

  /** Whether she has a place in the team, or is proposed for one. */
  public boolean has(RecordId episode, Pid doctor) {
    return visitors.hasPlace(episode, doctor);
  }

  /** She cannot or will not sign any more: her turn is lost. */
  public void gaveUp(RecordId episode, Pid doctor) {
    visitors.gaveUp(episode, doctor);
  }

  /**
   * Takes in what she did, verified as the next doctor would; under the one access policy.
   *
   * @param agreement by which she has her turn
   * @param message in which it came, for the refusal that is noted with the episode
   * @return whether it was taken; if not, there is no such turn of hers any more
   * @throws PartRefusedException if it does not hold: the turn is hers as before
   */
  public boolean take(RecordId episode, String agreement, VisitedTurn done, Message message)
      throws PartRefusedException {
    return turns.take(episode, agreement, done, message);
  }

  /** A message that came, by its id in hex and its type. */
  public record Message(String id, String type) {}
}
