package org.epione.crypto.scheme.pre;

import org.epione.crypto.pairing.G2;

/** What records are encrypted to: PK = ĝ^x, 96 bytes, an element of G2. */
public final class PatientPublicKey {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G2.LENGTH;

  private final G2 element;

  PatientPublicKey(G2 element) {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("a public key is never the identity");
    }
    this.element = element;
  }

  /** The encoding: a compressed element of G2. */
  public byte[] encode() {
    return element.encode();
  }

  G2 element() {
    return element;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatientPublicKey that && element.equals(that.element);
  }

  @Override
  public int hashCode() {
    return element.hashCode();
  }

  @Override
  public String toString() {
    return "PatientPublicKey";
  }
}
