package org.epione.crypto.signature;

import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G1;

/**
 * A BLS signature, or the aggregate of several: 48 bytes, an element of G1 of the right order and
 * not the identity.
 */
public final class BlsSignature extends ElementValue<G1> {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G1.LENGTH;

  BlsSignature(G1 element) {
    super(element);
  }
}
