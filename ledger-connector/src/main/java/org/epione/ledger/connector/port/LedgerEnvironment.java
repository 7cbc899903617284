package org.epione.ledger.connector.port;

import jakarta.ejb.Local;
import java.time.Clock;
import org.epione.crypto.CryptoSuite;

/** The clock and the cryptography of this deployment. */
@Local
public interface LedgerEnvironment {

  /** The one clock. */
  Clock clock();

  /** The one suite. */
  CryptoSuite crypto();
}
