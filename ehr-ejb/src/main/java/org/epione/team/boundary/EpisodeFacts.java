package org.epione.team.boundary;

import java.time.Instant;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;
import org.epione.team.entity.EpisodeState;

/** What other features may know of an episode: nothing medical. */
public record EpisodeFacts(
    RecordId episode,
    String reference,
    PartyCode hospital,
    PartyCode cloud,
    AccountId patient,
    Pid patientPid,
    String state,
    Instant openedAt) {

  /** Whether its team is at work. */
  public boolean isInTreatment() {
    return state.equals(EpisodeState.IN_TREATMENT.name());
  }
}
