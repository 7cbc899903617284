package org.epione.custody.boundary;

import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.platform.identity.PartyCode;

/**
 * Who holds the shares of a person's key.
 *
 * @param hospital hosted here
 * @param second another party, wherever it is hosted
 * @param secondKey its receiving key, from its certificate
 */
public record EscrowHolders(PartyCode hospital, PartyCode second, HpkePublicKey secondKey) {}
