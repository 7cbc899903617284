package org.epione.party.boundary;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * A reason and who gave it. Encoded ({@code epione.recovery.text}, 1).
 *
 * @param name of the person, at most 200 characters
 * @param reason at most 2000 bytes
 */
public record Written(String name, String reason) {

  /** Most bytes of an encoding. */
  public static final int MAX_LENGTH = 3000;

  /** Nobody gave a reason. */
  public static final Written NOTHING = new Written("", "");

  private static final String TAG = "epione.recovery.text";
  private static final int MAX_NAME = 800;
  private static final int MAX_REASON = 2048;

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).text(name).text(reason).toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws org.epione.crypto.codec.MalformedEncodingException for anything else
   */
  public static Written decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, in -> new Written(in.text(MAX_NAME), in.text(MAX_REASON)));
  }

  /** Without name and reason. */
  @Override
  public String toString() {
    return "Written";
  }
}
