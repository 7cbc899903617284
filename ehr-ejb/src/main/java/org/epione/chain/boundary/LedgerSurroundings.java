package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.epione.crypto.CryptoSuite;
import org.epione.ledger.connector.port.LedgerEnvironment;

/** Clock and cryptography for the ledger connector. */
@Stateless
@PermitAll
public class LedgerSurroundings implements LedgerEnvironment {

  @Inject private Clock clock;

  @Inject private CryptoSuite crypto;

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public CryptoSuite crypto() {
    return crypto;
  }
}
