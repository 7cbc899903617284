package org.epione.crypto.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/** Makes two otherwise equal warrants or grants different. 16 bytes, immutable. */
public final class Nonce {

  /** Length in bytes. */
  public static final int LENGTH = 16;

  private final ByteString value;

  private Nonce(ByteString value) {
    this.value = value;
  }

  /**
   * The identifier with this value.
   *
   * @throws MalformedEncodingException unless there are exactly 16 bytes
   */
  public static Nonce of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncodingException("a nonce has " + LENGTH + " bytes");
    }
    return new Nonce(ByteString.of(bytes));
  }

  /** A new one that nobody has. */
  public static Nonce random(RandomSource random) {
    return of(random.bytes(LENGTH));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return value.bytes();
  }

  /** Lower-case hexadecimal. */
  public String hex() {
    return value.hex();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Nonce that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return hex();
  }
}
