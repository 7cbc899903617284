package org.epione.crypto.identity;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * A pseudo-identity (PID in the papers): opaque bytes that only its issuer can resolve, 1 to 256 of
 * them, immutable. Whether two belong to one person cannot be seen.
 */
public final class Pseudonym {

  /** Most bytes in one. */
  public static final int MAX_LENGTH = 256;

  private final ByteString value;

  private Pseudonym(ByteString value) {
    this.value = value;
  }

  /**
   * The pseudonym with this value.
   *
   * @throws MalformedEncodingException unless there are 1 to 256 bytes
   */
  public static Pseudonym of(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > MAX_LENGTH) {
      throw new MalformedEncodingException("a pseudonym has 1 to " + MAX_LENGTH + " bytes");
    }
    return new Pseudonym(ByteString.of(bytes));
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
    return other instanceof Pseudonym that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "Pseudonym(" + value.size() + ")";
  }
}
