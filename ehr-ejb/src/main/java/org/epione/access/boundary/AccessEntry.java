package org.epione.access.boundary;

import java.time.Instant;
import org.epione.account.boundary.Role;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** One recorded decision. */
public record AccessEntry(
    long number,
    Instant occurred,
    AccountId account,
    Role role,
    PartyCode party,
    Act act,
    Subject subject,
    Decision decision) {}
