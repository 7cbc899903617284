package org.epione.team.boundary;

import java.time.Instant;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** What other features may know of an episode: nothing medical. */
public record EpisodeFacts(
    RecordId episode,
    String reference,
    PartyCode hospital,
    PartyCode cloud,
    AccountId patient,
    Pid patientPid,
    String state,
    Instant openedAt) {}
