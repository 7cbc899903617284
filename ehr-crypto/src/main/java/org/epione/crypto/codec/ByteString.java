package org.epione.crypto.codec;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable byte sequence compared by content, for values that are public: unlike an array it
 * can be a record component or a map key; unlike {@code SecretBytes} it is not wiped.
 */
public final class ByteString implements Comparable<ByteString> {

  private final byte[] bytes;

  private ByteString(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static ByteString of(byte[] bytes) {
    return new ByteString(bytes.clone());
  }

  /**
   * The bytes that lower-case or upper-case {@code hex} stands for.
   *
   * @throws MalformedEncodingException if it is not hexadecimal
   */
  public static ByteString ofHex(String hex) {
    try {
      return new ByteString(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      throw new MalformedEncodingException("not hexadecimal");
    }
  }

  /** A copy of the content. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** The content in lower-case hexadecimal. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Unsigned lexicographic order. */
  @Override
  public int compareTo(ByteString other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteString that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The length only: what is in it may be about a patient. */
  @Override
  public String toString() {
    return "ByteString(" + bytes.length + ")";
  }
}
