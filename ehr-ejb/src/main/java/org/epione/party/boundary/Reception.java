package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Takes received envelopes: each is verified, noted and handled once, in one transaction. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Reception {

  /**
   * Receives the bytes of one message. Returns also for a repetition, which changes nothing.
   *
   * @throws MessageRejectedException when it is forged, malformed, for a party that is not hosted
   *     here, of unknown type, or its handler rejects it
   */
  public void receive(byte[] message) throws MessageRejectedException {
    throw new UnsupportedOperationException();
  }
}
