package org.epione.sharing.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.transcript.Digest;

/**
 * What answers a request in an emergency.
 *
 * @param emergency id of the emergency, 32 hexadecimal digits
 * @param mark as on the chain: {@link org.epione.ledger.record.EmergencyOpenedBody#mark}
 * @param sealedKeys R1 and R2, sealed to the system manager
 */
public record EmergencyGrant(String emergency, Grant grant, Digest mark, ByteString sealedKeys) {

  /** Without grant and keys. */
  @Override
  public String toString() {
    return "EmergencyGrant[" + emergency + "]";
  }
}
