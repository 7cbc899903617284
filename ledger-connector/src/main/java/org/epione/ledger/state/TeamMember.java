package org.epione.ledger.state;

import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;

/**
 * A doctor of an episode's team.
 *
 * @param doctor pseudo-identity
 * @param warrant when the patient's warrant holds
 */
public record TeamMember(Pid doctor, Validity warrant) {}
