package org.epione.crypto.scheme.abs;

import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G2;

/** What signatures are checked against: w = ĝ^x of the issuer, 96 bytes, an element of G2. */
public final class IssuerPublicKey extends ElementValue<G2> {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G2.LENGTH;

  IssuerPublicKey(G2 element) {
    super(element);
  }
}
