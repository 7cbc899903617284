package org.epione.crypto.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalEncodingTest {

  private static byte[] sample() {
    return CanonicalWriter.of("test.thing", 3)
        .u8(255)
        .u16(65535)
        .u32(4294967295L)
        .u64(Long.MAX_VALUE)
        .instant(Instant.parse("2026-11-21T08:00:00.123Z"))
        .fixed(new byte[] {1, 2}, 2)
        .bytes(new byte[] {3})
        .text("Zoë")
        .list(List.of(7, 8), CanonicalWriter::u8)
        .optional(Optional.of(9), CanonicalWriter::u8)
        .optional(Optional.<Integer>empty(), CanonicalWriter::u8)
        .toByteArray();
  }

  private static String read(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of("test.thing", 3, encoded);
    String content =
        in.u8()
            + " "
            + in.u16()
            + " "
            + in.u32()
            + " "
            + in.u64()
            + " "
            + in.instant()
            + " "
            + HexFormat.of().formatHex(in.fixed(2))
            + " "
            + HexFormat.of().formatHex(in.bytes(1))
            + " "
            + in.text(4)
            + " "
            + in.list(2, CanonicalReader::u8)
            + " "
            + in.optional(CanonicalReader::u8)
            + " "
            + in.optional(CanonicalReader::u8);
    in.end();
    return content;
  }

  @Test
  void reader_shouldReadWhatWriterWrote_whenFieldsAreAtTheirLimits() {
    assertThat(read(sample()))
        .isEqualTo(
            "255 65535 4294967295 9223372036854775807 2026-11-21T08:00:00.123Z 0102 03 Zoë"
                + " [7, 8] Optional[9] Optional.empty");
  }

  @Test
  void writer_shouldGiveExactlyTheseBytes_whenFormatIsUnchanged() {
    assertThat(
            HexFormat.of()
                .formatHex(
                    CanonicalWriter.of("a.b", 1)
                        .u16(258)
                        .instant(Instant.ofEpochMilli(1))
                        .text("é")
                        .optional(Optional.of(1L), CanonicalWriter::u32)
                        .toByteArray()))
        .isEqualTo("03612e62" + "01" + "0102" + "0000000000000001" + "00000002c3a9" + "0100000001");
  }

  @Test
  void reader_shouldRefuse_whenCutAnywhere() {
    byte[] encoded = sample();
    IntStream.range(0, encoded.length)
        .forEach(
            length ->
                assertThatThrownBy(() -> read(java.util.Arrays.copyOf(encoded, length)))
                    .isInstanceOf(MalformedEncodingException.class));
  }

  @Test
  void end_shouldRefuse_whenBytesTrail() {
    byte[] encoded = sample();
    byte[] longer = java.util.Arrays.copyOf(encoded, encoded.length + 1);
    assertThatThrownBy(() -> read(longer)).hasMessageContaining("trailing");
  }

  @Test
  void reader_shouldRefuse_whenTagOrVersionDiffer() {
    byte[] encoded = CanonicalWriter.of("test.thing", 2).toByteArray();
    assertThatThrownBy(() -> CanonicalReader.of("test.thing", 3, encoded))
        .isInstanceOf(MalformedEncodingException.class)
        .hasMessageContaining("version");
    assertThatThrownBy(() -> CanonicalReader.of("test.thin", 2, encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void of_shouldRefuseHeader_whenTagIsHostile() {
    for (byte[] hostile :
        List.of(
            new byte[0],
            new byte[] {0, 1},
            new byte[] {1, 'a'},
            new byte[] {1, 'a', 0},
            new byte[] {1, ' ', 1},
            new byte[] {1, (byte) 0xe9, 1},
            new byte[] {(byte) 255, 'a', 1},
            new byte[] {65, 'a', 1})) {
      assertThatThrownBy(() -> Header.of(hostile)).isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void bytes_shouldRefuseBeforeAllocating_whenLengthIsHuge() {
    byte[] encoded = CanonicalWriter.of("t", 1).u32(0xffffffffL).toByteArray();
    assertThatThrownBy(() -> CanonicalReader.of("t", 1, encoded).bytes(Integer.MAX_VALUE))
        .isInstanceOf(MalformedEncodingException.class);
    byte[] large = CanonicalWriter.of("t", 1).u32(Integer.MAX_VALUE).toByteArray();
    assertThatThrownBy(() -> CanonicalReader.of("t", 1, large).bytes(Integer.MAX_VALUE))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void fixed_shouldRefuseBeforeAllocating_whenInputIsShorter() {
    byte[] encoded = CanonicalWriter.of("t", 1).toByteArray();
    assertThatThrownBy(() -> CanonicalReader.of("t", 1, encoded).fixed(Integer.MAX_VALUE))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void list_shouldRefuse_whenMoreItemsThanAllowed() {
    byte[] encoded =
        CanonicalWriter.of("t", 1).list(List.of(1, 2, 3), CanonicalWriter::u8).toByteArray();
    assertThatThrownBy(() -> CanonicalReader.of("t", 1, encoded).list(2, CanonicalReader::u8))
        .hasMessageContaining("too many");
  }

  @Test
  void optional_shouldRefuse_whenFlagIsNeitherZeroNorOne() {
    byte[] encoded = CanonicalWriter.of("t", 1).u8(2).u8(0).toByteArray();
    assertThatThrownBy(() -> CanonicalReader.of("t", 1, encoded).optional(CanonicalReader::u8))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void u64_shouldRefuse_whenHighestBitIsSet() {
    byte[] encoded =
        CanonicalWriter.of("t", 1)
            .fixed(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, 0}, 8)
            .toByteArray();
    assertThatThrownBy(() -> CanonicalReader.of("t", 1, encoded).u64())
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void text_shouldRefuse_whenNotUtf8OrNotNormalised() {
    for (byte[] bytes :
        List.of(
            new byte[] {(byte) 0xc3},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            "e\u0301".getBytes(StandardCharsets.UTF_8))) {
      byte[] encoded = CanonicalWriter.of("t", 1).bytes(bytes).toByteArray();
      assertThatThrownBy(() -> CanonicalReader.of("t", 1, encoded).text(100))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void text_shouldBeTheSameBytes_whenTypedInAnotherNormalForm() {
    assertThat(CanonicalWriter.of("t", 1).text("e\u0301").toByteArray())
        .isEqualTo(CanonicalWriter.of("t", 1).text("\u00e9").toByteArray());
  }

  @Test
  void text_shouldRefuse_whenHalfASurrogatePair() {
    CanonicalWriter writer = CanonicalWriter.of("t", 1);
    assertThatThrownBy(() -> writer.text("\ud800")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Texts.normal("\udc00", 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void normal_shouldRefuse_whenLongerThanAllowedInUtf8() {
    assertThat(Texts.normal("éé", 4)).isEqualTo("éé");
    assertThatThrownBy(() -> Texts.normal("ééa", 4)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void instant_shouldRefuse_whenOutsideWhatFits() {
    for (Instant time : List.of(Instant.MIN, Instant.MAX, Instant.ofEpochMilli(-1))) {
      CanonicalWriter writer = CanonicalWriter.of("t", 1);
      assertThatThrownBy(() -> writer.instant(time)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void integers_shouldBeRefused_whenOutOfRange() {
    for (Consumer<CanonicalWriter> write :
        List.<Consumer<CanonicalWriter>>of(
            w -> w.u8(-1),
            w -> w.u8(256),
            w -> w.u16(65536),
            w -> w.u32(-1),
            w -> w.u32(4294967296L),
            w -> w.u64(-1),
            w -> w.fixed(new byte[3], 2))) {
      CanonicalWriter writer = CanonicalWriter.of("t", 1);
      assertThatThrownBy(() -> write.accept(writer)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "é", "a/b"})
  void of_shouldRefuse_whenTagHasOtherCharacters(String tag) {
    assertThatThrownBy(() -> CanonicalWriter.of(tag, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256, -1})
  void of_shouldRefuse_whenVersionIsOutOfRange(int version) {
    assertThatThrownBy(() -> CanonicalWriter.of("t", version))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void end_shouldCallItMalformed_whenTheValueRefusesItself() {
    CanonicalReader in = CanonicalReader.of("t", 1, CanonicalWriter.of("t", 1).toByteArray());
    assertThatThrownBy(
            () ->
                in.end(
                    () -> {
                      throw new IllegalArgumentException("no such thing");
                    }))
        .isInstanceOf(MalformedEncodingException.class)
        .hasMessageContaining("no such thing");
  }

  @Test
  void byteString_shouldNotChange_whenSourceOrCopyDoes() {
    byte[] source = {1, 2};
    ByteString value = ByteString.of(source);
    source[0] = 9;
    value.bytes()[1] = 9;
    assertThat(value.hex()).isEqualTo("0102");
    assertThat(value).isEqualTo(ByteString.ofHex("0102")).hasToString("ByteString(2)");
    assertThat(value.compareTo(ByteString.ofHex("01ff"))).isNegative();
    assertThatThrownBy(() -> ByteString.ofHex("xy")).isInstanceOf(MalformedEncodingException.class);
  }
}
