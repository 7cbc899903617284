package org.epione.crypto.signature;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;

/** A server's verification key: 32 bytes (RFC 8032), canonical and in the prime-order subgroup. */
public final class Ed25519PublicKey {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final ByteString encoded;

  private Ed25519PublicKey(ByteString encoded) {
    this.encoded = encoded;
  }

  static Ed25519PublicKey decode(byte[] encoded) {
    if (encoded.length != LENGTH || !Ed25519.validatePublicKeyFull(encoded, 0)) {
      throw new MalformedEncodingException("not an Ed25519 public key");
    }
    return new Ed25519PublicKey(ByteString.of(encoded));
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
