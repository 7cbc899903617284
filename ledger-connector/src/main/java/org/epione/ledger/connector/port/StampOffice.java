package org.epione.ledger.connector.port;

import jakarta.ejb.Local;
import java.util.Optional;

/** Where time stamps on heads of logs come from. */
@Local
public interface StampOffice {

  /** The service; none while heads are not stamped. */
  Optional<StampService> service();
}
