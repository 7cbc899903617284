package org.epione.crypto.signature;

import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G1;

/**
 * Shows that whoever presents a verification key knows its secret: 48 bytes, an element of G1.
 * Without it, a key made up from those of others could claim their part in an aggregate.
 */
public final class ProofOfPossession extends ElementValue<G1> {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G1.LENGTH;

  ProofOfPossession(G1 element) {
    super(element);
  }
}
