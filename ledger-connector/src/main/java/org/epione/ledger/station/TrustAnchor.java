package org.epione.ledger.station;

import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.state.Founding;

/**
 * What a station is told by its doctor, and believes before it has seen anything: whose chain it
 * follows, and the key of the system manager who admits hospitals. Everything else is checked from
 * there.
 *
 * @param hospital code of the hospital
 * @param systemManager Ed25519 key of the system manager, 32 bytes
 */
public record TrustAnchor(String hospital, ByteString systemManager) {

  /** Checks the length. */
  public TrustAnchor {
    KeyLengths.require(systemManager, KeyLengths.ED25519_KEY, "an Ed25519 key");
  }

  /** Whether a chain begins as it should. */
  public boolean isMetBy(Founding founding) {
    return founding.hospital().code().equals(hospital)
        && founding.systemManager().identity().signingKey().equals(systemManager);
  }
}
