package org.epione.crypto.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;

/** Sixteen random bytes that tell nothing. Those of two kinds are never equal. Immutable. */
abstract sealed class Identifier permits EpisodeId, Nonce, RecordId {

  /** Length in bytes. */
  public static final int LENGTH = 16;

  private final ByteString value;

  Identifier(byte[] bytes, String kind) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncodingException(kind + " has " + LENGTH + " bytes");
    }
    value = ByteString.of(bytes);
  }

  /** A copy of the bytes. */
  public final byte[] bytes() {
    return value.bytes();
  }

  /** Lower-case hexadecimal. */
  public final String hex() {
    return value.hex();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Identifier that
        && getClass() == that.getClass()
        && value.equals(that.value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  @Override
  public final String toString() {
    return hex();
  }
}
