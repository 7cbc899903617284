package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.epione.deadletter.boundary.FailureReasons;
import org.epione.ledger.connector.port.FailedMessages;

/** Notes for the ledger connector why its messages failed. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LedgerFailures implements FailedMessages {

  @EJB private FailureReasons reasons;

  @Override
  public void note(byte[] message, Exception failure) {
    reasons.note(message, failure);
  }
}
