package org.epione.sharing.boundary;

import java.util.HexFormat;
import org.epione.crypto.random.RandomSource;

/**
 * The identity of a doctor's request for a record: 16 random bytes, as 32 hexadecimal digits; also
 * the request id on the chain.
 *
 * @throws IllegalArgumentException when it is not that
 */
public record RequestId(String hex) {

  /** Bytes in an id. */
  public static final int LENGTH = 16;

  public RequestId {
    if (!hex.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("not the id of a request");
    }
  }

  /** The id from its 16 bytes. */
  public static RequestId of(byte[] bytes) {
    return new RequestId(HexFormat.of().formatHex(bytes));
  }

  /** A new one. */
  public static RequestId random(RandomSource random) {
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
