package org.epione.account.boundary;

import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** Whose account a user name is, without anything that has to be opened. */
public record KnownAccount(AccountId id, PartyCode party, Role role) {}
