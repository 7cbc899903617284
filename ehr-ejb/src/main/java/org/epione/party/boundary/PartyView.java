package org.epione.party.boundary;

import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.PartyCode;
import org.epione.platform.identity.PartyRole;

/**
 * A party as the directory knows it.
 *
 * @param displayName the name shown to people
 * @param node the deployment that hosts it, part of queue names
 * @param pid its pseudo-identity, given by the system manager
 * @param hosted whether this server holds its keys
 */
public record PartyView(
    PartyCode code, PartyRole role, String displayName, String node, Pid pid, boolean hosted) {}
