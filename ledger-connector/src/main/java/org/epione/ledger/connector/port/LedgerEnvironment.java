package org.epione.ledger.connector.port;

import jakarta.ejb.Local;
import java.time.Clock;
import org.epione.crypto.CryptoSuite;

/** What this deployment offers to its ledger. */
@Local
public interface LedgerEnvironment {

  /** The one clock. */
  Clock clock();

  /** The one suite. */
  CryptoSuite crypto();

  /** What this server is called among the servers on its database. */
  String node();

  /** Returns at once when the database answers, else when it does, or after a long time. */
  void awaitDatabase();
}
