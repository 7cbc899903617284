package org.epione.crypto.scheme.pre;

import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G2;

/** What records are encrypted to: PK = ĝ^x, 96 bytes, an element of G2. */
public final class PatientPublicKey extends ElementValue<G2> {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G2.LENGTH;

  PatientPublicKey(G2 element) {
    super(element);
  }
}
