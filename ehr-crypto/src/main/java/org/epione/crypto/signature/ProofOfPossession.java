package org.epione.crypto.signature;

import java.util.HexFormat;
import org.epione.crypto.pairing.G1;

/**
 * Shows that whoever presents a verification key knows its secret: 48 bytes, an element of G1.
 * Without it, a key made up from those of others could claim their part in an aggregate.
 */
public final class ProofOfPossession {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G1.LENGTH;

  private final G1 element;

  ProofOfPossession(G1 element) {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("a proof of possession is never the identity");
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
    return other instanceof ProofOfPossession that && element.equals(that.element);
  }

  @Override
  public int hashCode() {
    return element.hashCode();
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(encode());
  }
}
