package org.epione.crypto.envelope;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.RandomSource;

/**
 * Names one envelope, so that a receiver can tell a repetition; random, 16 bytes, immutable.
 *
 * @param value the bytes
 */
public record EnvelopeId(ByteString value) {

  /** Length in bytes. */
  public static final int LENGTH = 16;

  /** Checks the length. */
  public EnvelopeId {
    if (value.size() != LENGTH) {
      throw new MalformedEncodingException("an envelope identifier has " + LENGTH + " bytes");
    }
  }

  /** The identifier of these bytes. */
  public static EnvelopeId of(byte[] bytes) {
    return new EnvelopeId(ByteString.of(bytes));
  }

  /** A new one that nobody has. */
  public static EnvelopeId random(RandomSource random) {
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
  public String toString() {
    return hex();
  }
}
