package org.epione.crypto.hybrid;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * A receiving key: an X25519 public key, 32 bytes (RFC 7748), canonical and not of low order. The
 * holder of the matching {@link HpkeSecretKey} opens what is sealed to it.
 */
public final class HpkePublicKey {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  /**
   * The canonical points of low order of the curve and of its twist, of which each agreement is
   * zero (RFC 7748, section 6.1). Looked up, because an agreement to find out takes longer than all
   * else that is done to decode a record.
   */
  private static final Set<ByteString> LOW_ORDER =
      Stream.of(
              "0000000000000000000000000000000000000000000000000000000000000000",
              "0100000000000000000000000000000000000000000000000000000000000000",
              "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
              "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
              "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")
          .map(hex -> ByteString.of(HexFormat.of().parseHex(hex)))
          .collect(Collectors.toUnmodifiableSet());

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
    ByteString key = ByteString.of(encoded);
    if (LOW_ORDER.contains(key)) {
      throw new MalformedEncodingException("receiving key of low order");
    }
    return new HpkePublicKey(key);
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
