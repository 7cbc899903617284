package org.epione.crypto.codec;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The one form in which text is kept, so that equal text has equal bytes. */
public final class Texts {

  private Texts() {}

  /**
   * {@code text} in Unicode normal form C.
   *
   * @throws IllegalArgumentException if it is longer than {@code maxBytes} in UTF-8, or holds half
   *     a surrogate pair
   */
  public static String normal(String text, int maxBytes) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(normal)) {
      throw new IllegalArgumentException("text holds half a surrogate pair");
    }
    if (normal.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw new IllegalArgumentException("text longer than " + maxBytes + " bytes");
    }
    return normal;
  }
}
