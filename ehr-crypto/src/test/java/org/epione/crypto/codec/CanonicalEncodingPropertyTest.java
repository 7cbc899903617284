package org.epione.crypto.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CanonicalEncodingPropertyTest {

  private static byte[] encode(List<byte[]> items) {
    return CanonicalWriter.of("items", 1).list(items, CanonicalWriter::bytes).toByteArray();
  }

  @Property
  void encodings_shouldDiffer_whenPartsAreCutElsewhere(
      @ForAll @Size(max = 4) List<byte[]> first, @ForAll @Size(max = 4) List<byte[]> second) {
    boolean same =
        first.stream()
            .map(ByteString::of)
            .toList()
            .equals(second.stream().map(ByteString::of).toList());
    assertThat(java.util.Arrays.equals(encode(first), encode(second))).isEqualTo(same);
  }

  @Property
  void reader_shouldRefuseOrReproduce_whenBytesAreArbitrary(@ForAll byte[] bytes) {
    byte[] encoded = CanonicalWriter.of("items", 1).fixed(bytes, bytes.length).toByteArray();
    try {
      CanonicalReader in = CanonicalReader.of("items", 1, encoded);
      List<byte[]> items = in.list(100, item -> item.bytes(100));
      in.end();
      assertThat(encode(items)).isEqualTo(encoded);
    } catch (MalformedEncodingException e) {
      assertThat(e).hasMessageStartingWith("items: ");
    }
  }
}
