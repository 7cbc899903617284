package org.epione.cloud.boundary;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/**
 * Names one search of a hospital's records; random, 16 bytes, immutable. It says nothing about who
 * searches.
 *
 * @param value the bytes
 */
public record SearchId(ByteString value) {

  /** Length in bytes. */
  public static final int LENGTH = 16;

  /** Checks the length. */
  public SearchId {
    if (value.size() != LENGTH) {
      throw new MalformedEncodingException("the id of a search has " + LENGTH + " bytes");
    }
  }

  /** A new one that nobody has. */
  public static SearchId random(RandomSource random) {
    return new SearchId(ByteString.of(random.bytes(LENGTH)));
  }

  /** The id of these hexadecimal digits. */
  public static SearchId ofHex(String hex) {
    return new SearchId(ByteString.ofHex(hex));
  }

  /** Lower-case hexadecimal. */
  public String hex() {
    return value.hex();
  }

  /** As a field of a message. */
  public void write(CanonicalWriter to) {
    to.fixed(value.bytes(), LENGTH);
  }

  /** Reads back {@link #write}. */
  public static SearchId read(CanonicalReader from) {
    return new SearchId(ByteString.of(from.fixed(LENGTH)));
  }

  @Override
  public String toString() {
    return hex();
  }
}
