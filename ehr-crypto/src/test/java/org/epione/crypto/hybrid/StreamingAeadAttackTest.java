package org.epione.crypto.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.epione.crypto.Suites;
import org.epione.crypto.Tampering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever holds a sealed stream changes, exchanges, repeats, removes or adds segments: it is
 * refused, and before that nothing comes out but the whole segments before the first wrong one.
 */
class StreamingAeadAttackTest {

  private static final int SEGMENTS = 4;
  private static final int LAST = 1000;
  private static final int LENGTH =
      SealedStreams.FIRST + (SEGMENTS - 2) * SealedStreams.LATER + LAST;

  private final Aead aead = Suites.blst("stream attack").aead();
  private final SealedStreams streams = new SealedStreams(aead.generateKey());
  private final byte[] plaintext = SealedStreams.plaintext(LENGTH);
  private final byte[] sealed = streams.seal(plaintext);
  private final List<byte[]> parts = SealedStreams.parts(sealed);

  static Stream<Integer> segments() {
    return IntStream.range(0, SEGMENTS).boxed();
  }

  @Test
  void parts_shouldBePreludeAndSegments() {
    assertThat(parts).hasSize(1 + SEGMENTS);
    assertThat(SealedStreams.join(parts)).isEqualTo(sealed);
  }

  @ParameterizedTest
  @MethodSource("segments")
  void read_shouldRefuse_whenASegmentIsChangedAnywhere(int segment) {
    byte[] original = parts.get(1 + segment);
    for (int at :
        new int[] {0, 1, original.length / 2, original.length - 16, original.length - 1}) {
      List<byte[]> changed = new ArrayList<>(parts);
      changed.set(1 + segment, Tampering.flip(original, at));
      requireRefusedAt(segment, changed);
    }
  }

  @ParameterizedTest
  @MethodSource("segments")
  void read_shouldRefuse_whenASegmentIsMissing(int segment) {
    List<byte[]> changed = new ArrayList<>(parts);
    changed.remove(1 + segment);
    // Without the last, the one before stands where the last must.
    requireRefusedAt(Math.min(segment, SEGMENTS - 2), changed);
  }

  @ParameterizedTest
  @MethodSource("segments")
  void read_shouldRefuse_whenASegmentIsRepeated(int segment) {
    List<byte[]> changed = new ArrayList<>(parts);
    changed.add(1 + segment, parts.get(1 + segment));
    // The last, being short, is read with its copy as one.
    requireRefusedAt(Math.min(segment + 1, SEGMENTS - 1), changed);
  }

  @ParameterizedTest
  @MethodSource("segments")
  void read_shouldRefuse_whenASegmentIsExchangedWithAnother(int segment) {
    for (int other = segment + 1; other < SEGMENTS; other++) {
      List<byte[]> changed = new ArrayList<>(parts);
      changed.set(1 + segment, parts.get(1 + other));
      changed.set(1 + other, parts.get(1 + segment));
      requireRefusedAt(segment, changed);
    }
  }

  @ParameterizedTest
  @MethodSource("segments")
  void read_shouldRefuse_whenASegmentIsOfAnotherStreamUnderTheSameKey(int segment) {
    List<byte[]> other = SealedStreams.parts(streams.seal(plaintext));
    List<byte[]> changed = new ArrayList<>(parts);
    changed.set(1 + segment, other.get(1 + segment));
    requireRefusedAt(segment, changed);
  }

  @ParameterizedTest
  @MethodSource("segments")
  void read_shouldRefuse_whenCutAroundTheEndOfASegment(int segment) {
    int end = SealedStreams.join(parts.subList(0, 2 + segment)).length;
    for (int length : new int[] {end - 17, end - 16, end - 1, end, end + 1, end + 16}) {
      if (length < sealed.length) {
        SealedStreams.Outcome outcome = streams.open(Arrays.copyOf(sealed, length));
        assertThat(outcome.complete()).isFalse();
        // With a byte after it a segment is whole and not the last; then it is given.
        requirePrefix(outcome, length > end ? segment + 1 : segment);
      }
    }
  }

  @Test
  void read_shouldRefuse_whenSomethingFollows() {
    for (int added : new int[] {1, 16, 17, 4096, StreamingAead.SEGMENT}) {
      byte[] longer = Arrays.copyOf(sealed, sealed.length + added);
      SealedStreams.Outcome outcome = streams.open(longer);
      assertThat(outcome.complete()).isFalse();
      requirePrefix(outcome, SEGMENTS - 1);
    }
    List<byte[]> twice = new ArrayList<>(parts);
    twice.addAll(parts);
    requireRefusedAt(SEGMENTS - 1, twice);
  }

  @Test
  void read_shouldRefuse_whenAFullLastSegmentIsFollowed() {
    byte[] full = streams.seal(SealedStreams.plaintext(SealedStreams.FIRST));
    assertThat(streams.open(full).complete()).isTrue();
    for (int added : new int[] {1, 16, 17}) {
      SealedStreams.Outcome outcome = streams.open(Arrays.copyOf(full, full.length + added));
      assertThat(outcome.complete()).isFalse();
      assertThat(outcome.read()).isEmpty();
    }
  }

  @Test
  void read_shouldGiveNothing_whenAnyByteOfPreludeOrAShortStreamIsChangedOrMissing() {
    byte[] small = streams.seal(new byte[] {1, 2, 3});
    Tampering.everyByte(small).forEach(this::requireNothing);
    for (int length = 0; length < small.length; length++) {
      requireNothing(Arrays.copyOf(small, length));
    }
    for (int at = 0; at < SealedStreams.PRELUDE; at++) {
      requireNothing(Tampering.flip(sealed, at));
    }
  }

  @Test
  void read_shouldGiveNothing_whenKeyOrContextIsAnother() {
    AeadKey key = aead.generateKey();
    SealedStreams own = new SealedStreams(key);
    byte[] stream = own.seal(plaintext);
    byte[] neighbour = new AttachmentContext(SealedStreams.RECORD, 2).associatedData();
    for (SealedStreams.Outcome outcome :
        List.of(
            streams.open(stream),
            own.open(key, neighbour, stream),
            own.open(key, new byte[0], stream))) {
      assertThat(outcome.complete()).isFalse();
      assertThat(outcome.read()).isEmpty();
    }
  }

  @Test
  void read_shouldGiveNothing_whenOfferedAnotherCiphertext() {
    AeadKey key = aead.generateKey();
    SealedStreams own = new SealedStreams(key);
    byte[] whole = aead.seal(key, SealedStreams.CONTEXT, plaintext);
    assertThat(own.open(whole)).extracting(SealedStreams.Outcome::complete).isEqualTo(false);
    byte[] stream = own.seal(plaintext);
    assertThatThrownBy(() -> aead.open(key, SealedStreams.CONTEXT, stream))
        .isInstanceOf(DecryptionFailedException.class);
  }

  private void requireNothing(byte[] bytes) {
    SealedStreams.Outcome outcome = streams.open(bytes);
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.read()).isEmpty();
  }

  /** Refused at that segment, of which nothing was given. */
  private void requireRefusedAt(int segment, List<byte[]> changed) {
    SealedStreams.Outcome outcome = streams.open(SealedStreams.join(changed));
    assertThat(outcome.complete()).isFalse();
    requirePrefix(outcome, segment);
    assertThat(outcome.read())
        .hasSizeGreaterThan(before(segment) - SealedStreams.READ)
        .hasSizeLessThanOrEqualTo(before(segment));
  }

  /** What was given is true; a read into the refused segment gives nothing of the one before. */
  private void requirePrefix(SealedStreams.Outcome outcome, int segment) {
    assertThat(outcome.read()).hasSizeLessThanOrEqualTo(before(segment));
    assertThat(outcome.read()).isEqualTo(Arrays.copyOf(plaintext, outcome.read().length));
  }

  private static int before(int segment) {
    return segment == 0 ? 0 : SealedStreams.FIRST + (segment - 1) * SealedStreams.LATER;
  }
}
