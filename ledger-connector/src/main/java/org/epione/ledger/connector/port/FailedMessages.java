package org.epione.ledger.connector.port;

import jakarta.ejb.Local;

/** Remembers why messages could not be taken in, for the administrator who finds them later. */
@Local
public interface FailedMessages {

  /** Notes a failure; does not throw. Only the text of a business exception may be shown. */
  void note(byte[] message, Exception failure);
}
