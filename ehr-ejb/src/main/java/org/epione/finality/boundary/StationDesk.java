package org.epione.finality.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.epione.ledger.connector.Finality;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * Where doctors' stations call. Nobody signs in here: each message is signed by a station whose key
 * a doctor has enrolled on the chain, and refused otherwise.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StationDesk {

  @EJB private Finality finality;

  /**
   * Does what a station asks for in a signed envelope.
   *
   * @return the answer; no bytes where there is nothing to say
   */
  public byte[] answer(byte[] message) {
    try {
      return finality.answer(message);
    } catch (LedgerException refused) {
      throw switch (refused.problem()) {
        case UNKNOWN_STATION -> new RefusedException(ErrorCode.STATION_UNKNOWN);
        case BAD_STATION_MESSAGE ->
            new RefusedException(
                ErrorCode.STATION_MESSAGE_REFUSED, String.valueOf(refused.getMessage()));
        case NO_CHAIN -> new RefusedException(ErrorCode.CHAIN_UNKNOWN);
        default -> refused;
      };
    }
  }
}
