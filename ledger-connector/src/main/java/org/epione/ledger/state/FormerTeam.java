package org.epione.ledger.state;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.scheme.multisig.SigningOrder;
import org.epione.ledger.identity.Pid;

/**
 * A team that an episode had before it was changed.
 *
 * @param doctors in signing order
 * @param until time of the TEAM_CHANGED record: from then on the next team holds
 */
public record FormerTeam(List<Pid> doctors, Instant until) {

  /** Copies the list. */
  public FormerTeam {
    doctors = List.copyOf(doctors);
  }

  /** What was signed then has this order. */
  public SigningOrder.Former order() {
    return new SigningOrder.Former(doctors.stream().map(Pid::pseudonym).toList(), until);
  }
}
