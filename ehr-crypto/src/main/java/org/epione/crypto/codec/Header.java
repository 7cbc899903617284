package org.epione.crypto.codec;

import java.nio.charset.StandardCharsets;

/**
 * The start of every canonical encoding: what it is and in which version.
 *
 * @param tag kind of thing, 1 to 64 ASCII characters
 * @param version 1 to 255
 */
public record Header(String tag, int version) {

  /**
   * Reads the header only; whoever knows the tag reads the rest with {@link CanonicalReader}.
   *
   * @throws MalformedEncodingException if the bytes do not start with a header
   */
  public static Header of(byte[] encoded) {
    int length = encoded.length == 0 ? 0 : encoded[0] & 0xff;
    if (length == 0 || length > CanonicalWriter.MAX_TAG || encoded.length < length + 2) {
      throw new MalformedEncodingException("no canonical header");
    }
    String tag = new String(encoded, 1, length, StandardCharsets.ISO_8859_1);
    int version = encoded[length + 1] & 0xff;
    if (!CanonicalWriter.isTag(tag) || version == 0) {
      throw new MalformedEncodingException("no canonical header");
    }
    return new Header(tag, version);
  }

  /**
   * Refuses what has no header: only what says of itself what it is gets signed.
   *
   * @throws IllegalArgumentException if {@code message} is no canonical encoding
   */
  public static void requireIn(byte[] message) {
    try {
      of(message);
    } catch (MalformedEncodingException e) {
      throw new IllegalArgumentException("only canonical encodings are signed", e);
    }
  }
}
