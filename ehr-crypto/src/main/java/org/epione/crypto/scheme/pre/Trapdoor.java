package org.epione.crypto.scheme.pre;

import org.epione.crypto.pairing.G1;

/**
 * Finds a patient's records with one symptom: T = H_T(t)^x, 48 bytes, an element of G1.
 * Confidential: sealed to the hospital server that searches. It reads nothing.
 */
public final class Trapdoor {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G1.LENGTH;

  private final G1 element;

  Trapdoor(G1 element) {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("a trapdoor is never the identity");
    }
    this.element = element;
  }

  /** The encoding: a compressed element of G1. */
  public byte[] encode() {
    return element.encode();
  }

  G1 element() {
    return element;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Trapdoor that && element.equals(that.element);
  }

  @Override
  public int hashCode() {
    return element.hashCode();
  }

  @Override
  public String toString() {
    return "Trapdoor";
  }
}
