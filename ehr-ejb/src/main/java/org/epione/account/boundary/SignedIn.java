package org.epione.account.boundary;

import org.epione.custody.boundary.KeySession;

/** A person who has just signed in. The caller principal's name is the account id's text. */
public record SignedIn(Caller caller, KeySession keys) {}
