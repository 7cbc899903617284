package org.epione.ledger.station;

import org.epione.crypto.codec.ByteString;

/** Signs with the station's key, which stays where it is. */
public interface StationSigner {

  /** The Ed25519 public key, 32 bytes. */
  ByteString key();

  /** The Ed25519 signature, 64 bytes. */
  byte[] sign(byte[] message);
}
