package org.epione.crypto.signature;

import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G2;

/**
 * A person's verification key: 96 bytes, an element of G2 of the right order and not the identity.
 * Alone it says nothing about who knows its secret: {@link PossessedKey} does.
 */
public final class BlsPublicKey extends ElementValue<G2> {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G2.LENGTH;

  BlsPublicKey(G2 element) {
    super(element);
  }
}
