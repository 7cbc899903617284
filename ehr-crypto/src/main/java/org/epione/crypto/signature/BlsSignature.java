package org.epione.crypto.signature;

import java.util.HexFormat;
import org.epione.crypto.pairing.G1;

/**
 * A BLS signature, or the aggregate of several: 48 bytes, an element of G1 of the right order and
 * not the identity.
 */
public final class BlsSignature {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G1.LENGTH;

  private final G1 element;

  BlsSignature(G1 element) {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("a signature is never the identity");
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
    return other instanceof BlsSignature that && element.equals(that.element);
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
