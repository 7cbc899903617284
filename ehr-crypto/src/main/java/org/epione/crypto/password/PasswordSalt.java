package org.epione.crypto.password;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * What is stored beside a verifier or a wrapped key so that the password can be stretched again:
 * salt and cost, so that the cost can be raised for new passwords without breaking old ones.
 *
 * @param salt 16 random bytes, one salt for each password
 * @param parameters cost
 */
public record PasswordSalt(ByteString salt, PasswordParameters parameters) {

  /** Length of the salt in bytes. */
  public static final int LENGTH = 16;

  private static final String TAG = "epione.password-salt";

  /** Checks the length. */
  public PasswordSalt {
    if (salt.size() != LENGTH) {
      throw new IllegalArgumentException("a salt has " + LENGTH + " bytes");
    }
  }

  /** The stored form. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .u32(parameters.memoryKiB())
        .u8(parameters.passes())
        .u8(parameters.lanes())
        .fixed(salt.bytes(), LENGTH)
        .toByteArray();
  }

  /**
   * Reads the stored form.
   *
   * @throws MalformedEncodingException if it is none, or its cost is out of bounds
   */
  public static PasswordSalt decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    long memoryKiB = in.u32();
    int passes = in.u8();
    int lanes = in.u8();
    ByteString salt = ByteString.of(in.fixed(LENGTH));
    return in.end(
        () ->
            new PasswordSalt(
                salt,
                new PasswordParameters(
                    (int) Math.min(memoryKiB, Integer.MAX_VALUE), passes, lanes)));
  }
}
