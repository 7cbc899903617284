package org.epione.crypto.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/**
 * Identifies one encrypted record (EID in the papers); unique, random, tells nothing. 16 bytes,
 * immutable.
 */
public final class RecordId extends Identifier {

  private RecordId(byte[] bytes) {
    super(bytes, "a record identifier");
  }

  /**
   * The identifier with this value.
   *
   * @throws MalformedEncodingException unless there are exactly 16 bytes
   */
  public static RecordId of(byte[] bytes) {
    return new RecordId(bytes);
  }

  /**
   * The identifier in 32 hex digits.
   *
   * @throws IllegalArgumentException if these are not hexadecimal digits
   * @throws MalformedEncodingException unless they are 16 bytes
   */
  public static RecordId ofHex(String hex) {
    return of(ByteString.ofHex(hex).bytes());
  }

  /** A new one that nobody has. */
  public static RecordId random(RandomSource random) {
    return of(random.bytes(LENGTH));
  }
}
