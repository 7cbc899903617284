package org.epione.party.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.epione.deadletter.boundary.FailureReasons;

/**
 * Takes received envelopes: each is verified, noted and handled once, in one transaction. Why one
 * failed is kept for the failed messages.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reception {

  @EJB private EnvelopeIntake intake;

  @EJB private FailureReasons reasons;

  /**
   * Receives the bytes of one message. Returns also for a repetition, which changes nothing. A
   * runtime exception means: not now, deliver again.
   *
   * @throws MessageRejectedException when it is forged, malformed, for a party that is not hosted
   *     here, of unknown type, or its handler rejects it
   */
  public void receive(byte[] message) throws MessageRejectedException {
    try {
      intake.take(message);
    } catch (MessageRejectedException rejected) {
      reasons.note(message, rejected);
      throw rejected;
    } catch (RuntimeException failure) {
      reasons.note(message, failure);
      throw failure;
    }
  }
}
