package org.epione.sharing.boundary;

import java.util.HexFormat;
import org.epione.crypto.random.RandomSource;

/**
 * The identity of one reading of a shared record: 16 random bytes, as 32 hexadecimal digits; also
 * the read id on the chain.
 *
 * @throws IllegalArgumentException when it is not that
 */
public record ReadingId(String hex) {

  /** Bytes in an id. */
  public static final int LENGTH = 16;

  public ReadingId {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("not the id of a reading");
    }
  }

  /** The id from its 16 bytes. */
  public static ReadingId of(byte[] bytes) {
    return new ReadingId(HexFormat.of().formatHex(bytes));
  }

  /** A new one. */
  public static ReadingId random(RandomSource random) {
    return of(random.bytes(LENGTH));
  }

  /** The 16 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
