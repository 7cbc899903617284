package org.epione.crypto.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/**
 * Identifies one encrypted record (EID in the papers); unique, random, tells nothing. 16 bytes,
 * immutable.
 */
public final class RecordId {

  /** Length in bytes. */
  public static final int LENGTH = 16;

  private final ByteString value;

  private RecordId(ByteString value) {
    this.value = value;
  }

  /**
   * The identifier with this value.
   *
   * @throws MalformedEncodingException unless there are exactly 16 bytes
   */
  public static RecordId of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncodingException("a record identifier has " + LENGTH + " bytes");
    }
    return new RecordId(ByteString.of(bytes));
  }

  /** A new one that nobody has. */
  public static RecordId random(RandomSource random) {
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
    return other instanceof RecordId that && value.equals(that.value);
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
