package org.epione.crypto.scheme.pre;

import org.epione.crypto.pairing.G1;

/**
 * Turns one record of one grant towards its grantee: R1 = H_E(EID)^x H_X(X, EID)^-1, 48 bytes, an
 * element of G1. Its holder, the proxy, can read nothing with it, as it does not know X; the
 * grantee, who knows X, could with it open this record but no other.
 */
public final class ReEncryptionKey {

  /** Length of an encoding in bytes. */
  public static final int LENGTH = G1.LENGTH;

  private final G1 element;

  ReEncryptionKey(G1 element) {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("a re-encryption key is never the identity");
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
    return other instanceof ReEncryptionKey that && element.equals(that.element);
  }

  @Override
  public int hashCode() {
    return element.hashCode();
  }

  @Override
  public String toString() {
    return "ReEncryptionKey";
  }
}
