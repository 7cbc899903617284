package org.epione.crypto.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last value that is still accepted, and the first that is not. */
class CanonicalBoundsTest {

  @Test
  void of_shouldTakeExactlyTheStatedCharacters() {
    for (char c = 0; c < 256; c++) {
      String tag = "tag" + c;
      boolean allowed = tag.matches("tag[A-Za-z0-9._:-]");
      assertThat(accepts(() -> CanonicalWriter.of(tag, 1)))
          .as("character %d", (int) c)
          .isEqualTo(allowed);
    }
  }

  @Test
  void of_shouldTakeTags_upToTheirGreatestLength() {
    byte[] longest = CanonicalWriter.of("t".repeat(64), 1).toByteArray();
    assertThat(Header.of(longest)).isEqualTo(new Header("t".repeat(64), 1));
    assertThat(accepts(() -> CanonicalWriter.of("t".repeat(65), 1))).isFalse();
    assertThat(accepts(() -> CanonicalWriter.of("", 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255})
  void of_shouldTakeVersions_atTheirBounds(int version) {
    byte[] encoded = CanonicalWriter.of("tag", version).toByteArray();
    assertThat(Header.of(encoded)).isEqualTo(new Header("tag", version));
    CanonicalReader.of("tag", version, encoded).end();
  }

  @Test
  void header_shouldBeRefused_whenItsLastByteIsMissing() {
    byte[] encoded = CanonicalWriter.of("tag", 1).toByteArray();
    assertThatThrownBy(() -> Header.of(Arrays.copyOf(encoded, encoded.length - 1)))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MAX_VALUE})
  void u64_shouldComeBack_atItsBounds(long value) {
    byte[] encoded = CanonicalWriter.of("tag", 1).u64(value).toByteArray();
    assertThat(CanonicalReader.of("tag", 1, encoded).u64()).isEqualTo(value);
  }

  @Test
  void end_shouldGiveTheValue_onlyWhenNothingIsLeft() {
    byte[] encoded = CanonicalWriter.of("tag", 1).u8(7).toByteArray();
    CanonicalReader in = CanonicalReader.of("tag", 1, encoded);
    assertThatThrownBy(() -> in.end(() -> "value")).isInstanceOf(MalformedEncodingException.class);
    assertThat(in.u8()).isEqualTo(7);
    assertThat(in.end(() -> "value")).isEqualTo("value");
  }

  @Test
  void byteString_shouldSpreadItsHashes() {
    assertThat(ByteString.of(new byte[] {1}).hashCode())
        .isNotEqualTo(ByteString.of(new byte[] {2}).hashCode());
  }

  private static boolean accepts(Runnable action) {
    try {
      action.run();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
