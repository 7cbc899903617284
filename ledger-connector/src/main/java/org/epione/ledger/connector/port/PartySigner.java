package org.epione.ledger.connector.port;

import jakarta.ejb.Local;

/** Signs for the parties hosted here; the keys stay where they are. */
@Local
public interface PartySigner {

  /**
   * The Ed25519 signature, 64 bytes, of the party with this code over {@code message}.
   *
   * @throws IllegalArgumentException if that party is not hosted here
   */
  byte[] sign(String partyCode, byte[] message);
}
