package org.epione.team.boundary;

import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.PartyCode;

/**
 * A doctor of another hospital who agreed to sign in an episode, which the chain knows.
 *
 * @param agreement names what she agreed to
 * @param home her hospital
 * @param name as her hospital calls her
 */
public record VisitingDoctor(
    String agreement, Pid pid, PartyCode home, String name, String specialty) {}
