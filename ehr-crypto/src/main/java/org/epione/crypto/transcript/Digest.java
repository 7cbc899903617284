package org.epione.crypto.transcript;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.ConstantTime;

/**
 * A SHA-256 value, 32 bytes, immutable, compared in constant time. Large content is digested with
 * {@link StreamDigest}; keys are derived with {@link Hkdf}.
 */
public final class Digest implements Comparable<Digest> {

  /** Length in bytes. */
  public static final int LENGTH = Sha256.LENGTH;

  private final byte[] value;

  private Digest(byte[] value) {
    this.value = value;
  }

  /** The plain SHA-256 of {@code data}, as {@code sha256sum} gives it. */
  public static Digest of(byte[] data) {
    return new Digest(Sha256.create().digest(data));
  }

  /**
   * SHA-256 of the parts one after the other. Parts of variable length would let one content pass
   * for another: all but the last must have a fixed length, as in a Merkle tree; for anything else
   * digest a canonical encoding.
   */
  public static Digest ofConcatenation(byte[]... parts) {
    MessageDigest sha256 = Sha256.create();
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return new Digest(sha256.digest());
  }

  /**
   * Reads back {@link #bytes}.
   *
   * @throws MalformedEncodingException unless there are exactly 32 bytes
   */
  public static Digest decode(byte[] encoded) {
    if (encoded.length != LENGTH) {
      throw new MalformedEncodingException("a digest has " + LENGTH + " bytes");
    }
    return new Digest(encoded.clone());
  }

  /**
   * Reads back {@link #hex}.
   *
   * @throws MalformedEncodingException unless it is 64 lower-case hexadecimal digits
   */
  public static Digest ofHex(String hex) {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new MalformedEncodingException("a digest in text has 64 lower-case hexadecimal digits");
    }
    return new Digest(HexFormat.of().parseHex(hex));
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return value.clone();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /** The first 8 hexadecimal digits, for people to look at; never to compare. */
  public String shortHex() {
    return hex().substring(0, 8);
  }

  @Override
  public int compareTo(Digest other) {
    return Arrays.compareUnsigned(value, other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest that && ConstantTime.areEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
