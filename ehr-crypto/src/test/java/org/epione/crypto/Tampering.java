package org.epione.crypto;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every encoding that differs from a given one in one byte. */
public final class Tampering {

  private Tampering() {}

  /**
   * One variant for each position: the lowest bit flipped at even ones, the highest at odd ones.
   */
  public static Stream<byte[]> everyByte(byte[] original) {
    return IntStream.range(0, original.length).mapToObj(i -> flip(original, i));
  }

  /** The variant with position {@code i} changed. */
  public static byte[] flip(byte[] original, int i) {
    byte[] changed = original.clone();
    changed[i] ^= (byte) (i % 2 == 0 ? 0x01 : 0x80);
    return changed;
  }
}
