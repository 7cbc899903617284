package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;
import org.epione.platform.identity.PartyCode;

/**
 * Sends envelopes between parties, also between two of this server. An envelope leaves if and only
 * if the surrounding transaction commits.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Post {

  /**
   * Signs an envelope with the key of {@code from}, which this server must host, and sends it.
   * Envelopes from one party to another arrive in the order they were sent, as long as none fails.
   *
   * @param type for example {@code team.turn}; types starting {@code ledger.}, except {@code
   *     ledger.receipt}, go to the receiver's ledger connector
   * @param payload encoded by the feature
   * @param inReplyTo the envelope that this one answers
   * @return the id of the envelope
   * @throws org.epione.platform.error.RefusedException when a party is unknown or not hosted
   */
  public EnvelopeId send(
      PartyCode from, PartyCode to, String type, byte[] payload, Optional<EnvelopeId> inReplyTo) {
    throw new UnsupportedOperationException();
  }
}
