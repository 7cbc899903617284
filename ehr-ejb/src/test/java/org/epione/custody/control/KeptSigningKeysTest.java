package org.epione.custody.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.junit.jupiter.api.Test;

class KeptSigningKeysTest {

  private static final String TAG = "epione.kept-signing-keys";

  @Test
  void nothing_shouldBeNothing() {
    KeptSigningKeys none = KeptSigningKeys.decode(null);

    assertThat(none.possessions()).isEmpty();
    assertThat(none.encode()).isNull();
  }

  @Property(tries = 40)
  void keys_shouldBeReadBack(@ForAll @IntRange(min = 1, max = 15) int count) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    byte[] encoded = encoded(numbers);
    Collections.reverse(numbers);
    SortedMap<ByteString, ByteString> possessions = new TreeMap<>();
    numbers.forEach(number -> possessions.put(key(number), possession(number)));

    assertThat(new KeptSigningKeys(possessions).encode()).isEqualTo(encoded);
    assertThat(KeptSigningKeys.decode(encoded).possessions()).isEqualTo(possessions);
  }

  @Test
  void changes_shouldLeaveTheOneBeforeAsItWas() {
    KeptSigningKeys two = KeptSigningKeys.decode(encoded(List.of(1, 2)));

    assertThat(two.with(key(3), possession(3)).encode()).isEqualTo(encoded(List.of(1, 2, 3)));
    assertThat(two.without(key(1)).encode()).isEqualTo(encoded(List.of(2)));
    assertThat(two.without(key(9)).encode()).isEqualTo(encoded(List.of(1, 2)));
    assertThat(two.without(key(1)).without(key(2)).encode()).isNull();
    assertThat(two.possession(key(2))).contains(possession(2));
    assertThat(two.possession(key(3))).isEqualTo(Optional.empty());
    assertThat(two.encode()).isEqualTo(encoded(List.of(1, 2)));
  }

  @Test
  void hostileEncodings_shouldBeRefused() {
    byte[] two = encoded(List.of(1, 2));

    malformed(encoded(List.of()));
    malformed(encoded(List.of(2, 1)));
    malformed(encoded(List.of(1, 1)));
    malformed(encoded(IntStream.range(0, 16).boxed().toList()));
    malformed(Arrays.copyOf(two, two.length + 1));
    for (int length = 0; length < two.length; length++) {
      malformed(Arrays.copyOf(two, length));
    }
  }

  @Property(tries = 300)
  void decoding_shouldRefuseOrReproduce_whateverFollowsTheHeader(
      @ForAll @IntRange(max = 3) int count, @ForAll @Size(max = 450) byte[] rest) {
    byte[] encoded = CanonicalWriter.of(TAG, 1).u32(count).fixed(rest, rest.length).toByteArray();
    try {
      assertThat(KeptSigningKeys.decode(encoded).encode()).isEqualTo(encoded);
    } catch (MalformedEncodingException refused) {
      assertThat(refused).hasMessageStartingWith(TAG);
    }
  }

  private static void malformed(byte[] encoded) {
    assertThatThrownBy(() -> KeptSigningKeys.decode(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }

  private static byte[] encoded(List<Integer> numbers) {
    return CanonicalWriter.of(TAG, 1)
        .list(
            numbers,
            (out, number) ->
                out.fixed(key(number).bytes(), 96).fixed(possession(number).bytes(), 48))
        .toByteArray();
  }

  private static ByteString key(int number) {
    return filled(96, number);
  }

  private static ByteString possession(int number) {
    return filled(48, number + 100);
  }

  private static ByteString filled(int length, int number) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) number);
    return ByteString.of(bytes);
  }
}
