package org.epione.crypto.signature;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;

/** A server's verification key: 32 bytes (RFC 8032), canonical and in the prime-order subgroup. */
public final class Ed25519PublicKey {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final ByteString encoded;
  private final Ed25519.PublicPoint point;

  private Ed25519PublicKey(ByteString encoded, Ed25519.PublicPoint point) {
    this.encoded = encoded;
    this.point = point;
  }

  static Ed25519PublicKey decode(ByteString encoded) {
    Ed25519.PublicPoint point =
        encoded.size() == LENGTH ? Ed25519.validatePublicKeyFullExport(encoded.bytes(), 0) : null;
    if (point == null) {
      throw new MalformedEncodingException("not an Ed25519 public key");
    }
    return new Ed25519PublicKey(encoded, point);
  }

  /** The key as the library has it, so that it is not decoded again for each signature. */
  Ed25519.PublicPoint point() {
    return point;
  }

  /** The 32 bytes. */
  public byte[] encode() {
    return encoded.bytes();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ed25519PublicKey that && encoded.equals(that.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return encoded.hex();
  }
}
