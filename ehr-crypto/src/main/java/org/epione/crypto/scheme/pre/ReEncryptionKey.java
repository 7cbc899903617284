package org.epione.crypto.scheme.pre;

import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G1;

/**
 * Turns one record of one grant towards its grantee: R1 = H_E(EID)^x H_X(X, EID)^-1, 48 bytes, an
 * element of G1. Its holder, the proxy, can read nothing with it, as it does not know X; the
 * grantee, who knows X, could with it open this record but no other.
 */
public final class ReEncryptionKey extends ElementValue<G1> {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G1.LENGTH;

  ReEncryptionKey(G1 element) {
    super(element);
  }
}
