package org.epione.recovery.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * A reason and who gave it. Encoded ({@code epione.recovery.text}, 1).
 *
 * @param name of the person, at most 200 characters
 * @param reason at most 2000 bytes
 */
record Written(String name, String reason) {

  static final int MAX_LENGTH = 3000;
  static final Written NOTHING = new Written("", "");

  private static final String TAG = "epione.recovery.text";
  private static final int MAX_NAME = 800;
  private static final int MAX_REASON = 2048;

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1).text(name).text(reason).toByteArray();
  }

  static Written decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, in -> new Written(in.text(MAX_NAME), in.text(MAX_REASON)));
  }

  /** Without name and reason. */
  @Override
  public String toString() {
    return "Written";
  }
}
