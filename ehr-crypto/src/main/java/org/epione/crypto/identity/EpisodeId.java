package org.epione.crypto.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/** Identifies an episode of treatment; random, so it tells nothing. 16 bytes, immutable. */
public final class EpisodeId {

  /** Length in bytes. */
  public static final int LENGTH = 16;

  private final ByteString value;

  private EpisodeId(ByteString value) {
    this.value = value;
  }

  /**
   * The identifier with this value.
   *
   * @throws MalformedEncodingException unless there are exactly 16 bytes
   */
  public static EpisodeId of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncodingException("an episode identifier has " + LENGTH + " bytes");
    }
    return new EpisodeId(ByteString.of(bytes));
  }

  /** A new one that nobody has. */
  public static EpisodeId random(RandomSource random) {
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
    return other instanceof EpisodeId that && value.equals(that.value);
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
