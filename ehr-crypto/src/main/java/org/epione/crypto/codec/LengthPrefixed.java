package org.epione.crypto.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The concatenation that RFC 9382 and RFC 9383 prescribe for what they hash: before each part its
 * length in bytes, eight bytes little-endian. Only for these protocols; what is Epione's own is
 * written with {@link CanonicalWriter}.
 */
public final class LengthPrefixed {

  private LengthPrefixed() {}

  /**
   * The parts in order, each with its length before it. Nothing but the result is kept, so that a
   * caller with secret parts can wipe it.
   */
  public static byte[] concatenate(byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size = Math.addExact(size, Math.addExact(Long.BYTES, part.length));
    }
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (byte[] part : parts) {
      out.putLong(part.length).put(part);
    }
    return out.array();
  }
}
