package org.epione.ledger.record;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/**
 * Names a report or an appeal before the system manager; random, 16 bytes, immutable.
 *
 * @param value the bytes
 */
public record MatterId(ByteString value) {

  /** Length in bytes. */
  public static final int LENGTH = 16;

  /** Checks the length. */
  public MatterId {
    if (value.size() != LENGTH) {
      throw new MalformedEncodingException("an identifier of this kind has " + LENGTH + " bytes");
    }
  }

  /** A new one that nobody has. */
  public static MatterId random(RandomSource random) {
    return new MatterId(ByteString.of(random.bytes(LENGTH)));
  }

  /** The identifier of these hexadecimal digits. */
  public static MatterId ofHex(String hex) {
    return new MatterId(ByteString.ofHex(hex));
  }

  /** Lower-case hexadecimal. */
  public String hex() {
    return value.hex();
  }

  void write(CanonicalWriter to) {
    to.fixed(value.bytes(), LENGTH);
  }

  static MatterId read(CanonicalReader from) {
    return new MatterId(ByteString.of(from.fixed(LENGTH)));
  }

  @Override
  public String toString() {
    return hex();
  }
}
