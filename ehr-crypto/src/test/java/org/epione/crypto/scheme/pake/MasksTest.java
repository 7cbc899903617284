package org.epione.crypto.scheme.pake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.transcript.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

  /** The algorithm of RFC 9383 appendix B: the first hash that is a point. */
  @ParameterizedTest
  @ValueSource(strings = {"M", "N"})
  void masks_shouldBeHashesOfTheirNames(String name) {
    byte[] seed =
        ("1.2.840.10045.3.1.7 point generation seed (" + name + ")")
            .getBytes(StandardCharsets.US_ASCII);
    P256Point mask = name.equals("M") ? Masks.M : Masks.N;
    Digest block = Digest.of(seed);
    byte[] compressed = compress(mask);
    while (!Arrays.equals(candidate(block), compressed)) {
      assertThat(isOnCurve(candidate(block))).isFalse();
      block = Digest.of(block.bytes());
    }
    assertThat(candidate(block)).isEqualTo(compressed);
  }

  private static byte[] candidate(Digest block) {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    bytes.put(block.bytes()).put(Digest.of(block.bytes()).bytes());
    byte[] compressed = Arrays.copyOf(bytes.array(), 33);
    compressed[0] = (byte) ((compressed[0] & 1) | 2);
    return compressed;
  }

  private static byte[] compress(P256Point point) {
    byte[] encoded = point.encode();
    byte[] compressed = Arrays.copyOf(encoded, 33);
    compressed[0] = (byte) ((encoded[64] & 1) | 2);
    return compressed;
  }

  private static boolean isOnCurve(byte[] compressed) {
    try {
      CustomNamedCurves.getByName("P-256").getCurve().decodePoint(compressed);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void unmask_shouldUndoMask_orRefuseTheBareMask() {
    DeterministicRandomSource random = new DeterministicRandomSource("masks");
    P256Scalar x = P256Scalar.random(random);
    P256Scalar w = P256Scalar.random(random);
    P256Point share = Masks.mask(x, w, Masks.M);
    assertThat(Masks.unmask(share, w, Masks.M)).isEqualTo(P256Point.generator().multiply(x));
    P256Point bare = Masks.M.multiply(w);
    assertThatThrownBy(() -> Masks.unmask(bare, w, Masks.M))
        .isInstanceOf(KeyConfirmationFailedException.class);
  }
}
