package org.epione.ledger.record;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/**
 * Names one reading of a record; random, 16 bytes, immutable.
 *
 * @param value the bytes
 */
public record ReadId(ByteString value) {

  /** Length in bytes. */
  public static final int LENGTH = 16;

  /** Checks the length. */
  public ReadId {
    if (value.size() != LENGTH) {
      throw new MalformedEncodingException("an identifier of this kind has " + LENGTH + " bytes");
    }
  }

  /** A new one that nobody has. */
  public static ReadId random(RandomSource random) {
    return new ReadId(ByteString.of(random.bytes(LENGTH)));
  }

  /** The identifier of these hexadecimal digits. */
  public static ReadId ofHex(String hex) {
    return new ReadId(ByteString.ofHex(hex));
  }

  /** Lower-case hexadecimal. */
  public String hex() {
    return value.hex();
  }

  void write(CanonicalWriter to) {
    to.fixed(value.bytes(), LENGTH);
  }

  static ReadId read(CanonicalReader from) {
    return new ReadId(ByteString.of(from.fixed(LENGTH)));
  }

  @Override
  public String toString() {
    return hex();
  }
}
