package org.epione.crypto.scheme.pre;

import org.epione.crypto.pairing.ElementValue;
import org.epione.crypto.pairing.G1;

/**
 * Finds a patient's records with one symptom: T = H_T(t)^x, 48 bytes, an element of G1.
 * Confidential: sealed to the cloud that searches. It reads nothing.
 */
public final class Trapdoor extends ElementValue<G1> {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G1.LENGTH;

  Trapdoor(G1 element) {
    super(element);
  }
}
