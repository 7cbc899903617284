package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.chain.control.StampSettings;
import org.epione.ledger.connector.port.StampOffice;
import org.epione.ledger.connector.port.StampService;

/** Who stamps heads for the ledger connector. */
@Stateless
@PermitAll
public class LedgerStampOffice implements StampOffice {

  @Inject private StampSettings settings;

  @Override
  public Optional<StampService> service() {
    return settings.service();
  }
}
