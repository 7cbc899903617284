package org.epione.chain.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.epione.crypto.CryptoSuite;
import org.epione.ledger.connector.port.LedgerEnvironment;
import org.epione.platform.database.DatabaseWatch;
import org.epione.settings.Settings;

/** Clock, cryptography and patience for the ledger connector. */
@Stateless
@PermitAll
public class LedgerSurroundings implements LedgerEnvironment {

  @EJB private DatabaseWatch database;

  @Inject private Settings settings;

  @Inject private Clock clock;

  @Inject private CryptoSuite crypto;

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public String node() {
    return settings.node();
  }

  @Override
  public CryptoSuite crypto() {
    return crypto;
  }

  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void awaitDatabase() {
    database.await();
  }
}
