package org.epione.crypto.hybrid;

import java.util.Arrays;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * A receiving key: an X25519 public key, 32 bytes (RFC 7748), canonical and not of low order. The
 * holder of the matching {@link HpkeSecretKey} opens what is sealed to it.
 */
public final class HpkePublicKey {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final ByteString encoded;

  private HpkePublicKey(ByteString encoded) {
    this.encoded = encoded;
  }

  /**
   * Reads a public key.
   *
   * @throws MalformedEncodingException if it is not 32 bytes, not canonical, or of low order
   */
  public static HpkePublicKey decode(byte[] encoded) {
    if (encoded.length != LENGTH) {
      throw new MalformedEncodingException("a receiving key has " + LENGTH + " bytes");
    }
    if (!isCanonical(encoded)) {
      throw new MalformedEncodingException("a receiving key below 2^255-19 is expected");
    }
    byte[] anyScalar = new byte[LENGTH];
    if (!X25519.calculateAgreement(anyScalar, 0, encoded, 0, new byte[LENGTH], 0)) {
      throw new MalformedEncodingException("receiving key of low order");
    }
    return new HpkePublicKey(ByteString.of(encoded));
  }

  /** The 32 bytes. */
  public byte[] encode() {
    return encoded.bytes();
  }

  X25519PublicKeyParameters parameters() {
    return new X25519PublicKeyParameters(encoded.bytes(), 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HpkePublicKey that && encoded.equals(that.encoded);
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  @Override
  public String toString() {
    return encoded.hex();
  }

  /** Whether the little-endian value is below 2^255 - 19: every key has one encoding only. */
  private static boolean isCanonical(byte[] encoded) {
    byte[] prime = new byte[LENGTH];
    Arrays.fill(prime, (byte) 0xff);
    prime[0] = (byte) 0xed;
    prime[LENGTH - 1] = 0x7f;
    for (int i = LENGTH - 1; i >= 0; i--) {
      int order = Byte.compareUnsigned(encoded[i], prime[i]);
      if (order != 0) {
        return order < 0;
      }
    }
    return false;
  }
}
