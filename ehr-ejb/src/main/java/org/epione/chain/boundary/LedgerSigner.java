package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.epione.custody.boundary.ServerKeys;
import org.epione.ledger.connector.port.PartySigner;
import org.epione.platform.identity.PartyCode;

/** Signs for the ledger connector with the keys in custody. */
@Stateless
@PermitAll
public class LedgerSigner implements PartySigner {

  @EJB private ServerKeys serverKeys;

  @Override
  public byte[] sign(String partyCode, byte[] message) {
    PartyCode party = new PartyCode(partyCode);
    if (!serverKeys.holds(party)) {
      throw new IllegalArgumentException("not hosted here: " + party);
    }
    return serverKeys.sign(party, message);
  }
}
