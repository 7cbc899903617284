package org.epione.crypto.signature;

import java.util.HexFormat;
import org.epione.crypto.pairing.G2;

/**
 * A person's verification key: 96 bytes, an element of G2 of the right order and not the identity.
 * Alone it says nothing about who knows its secret: {@link PossessedKey} does.
 */
public final class BlsPublicKey {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G2.LENGTH;

  private final G2 element;

  BlsPublicKey(G2 element) {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("a verification key is never the identity");
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
    return other instanceof BlsPublicKey that && element.equals(that.element);
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
