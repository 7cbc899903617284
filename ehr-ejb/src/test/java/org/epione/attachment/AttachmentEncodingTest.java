package org.epione.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.epione.attachment.boundary.Attachment;
import org.epione.attachment.boundary.AttachmentKind;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.record.boundary.Composition;
import org.epione.record.boundary.Contribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contributions with attachments, as they are signed, against truncated and hostile bytes. */
class AttachmentEncodingTest {

  private static final int VERSION_AT = 1 + "epione.contribution".length();
  private static final Digest APPENDED = Digest.of(new byte[] {7});

  private static Attachment attachment(int number) {
    return new Attachment(
        number,
        "CT " + number + ".pdf",
        AttachmentKind.PDF,
        12_345,
        Digest.of(new byte[] {1}),
        Digest.of(new byte[] {2}),
        ByteString.of(new byte[32]));
  }

  private static Contribution part(
      int place, Optional<Digest> appends, List<Attachment> attachments) {
    return new Contribution(
        ByteString.of(new byte[16]),
        place,
        ByteString.of(new byte[] {(byte) place}),
        ByteString.of(new byte[32]),
        "text",
        appends,
        attachments);
  }

  private static List<Contribution> parts() {
    return List.of(
        part(1, Optional.empty(), List.of(attachment(1))),
        part(1, Optional.of(APPENDED), List.of(attachment(3), attachment(9))));
  }

  @Test
  void decode_shouldGiveBackTheSame_andRefuseWhatIsCutOrPadded() {
    for (Contribution part : parts()) {
      byte[] encoded = part.encode();
      assertThat(Contribution.decode(encoded)).isEqualTo(part);
      assertThat(Contribution.decode(encoded).encode()).isEqualTo(encoded);
      for (int length = 0; length < encoded.length; length++) {
        malformed(Arrays.copyOf(encoded, length));
      }
      malformed(Arrays.copyOf(encoded, encoded.length + 1));
    }
  }

  @Test
  void decode_shouldRefuse_whenTheVersionIsNotTheOneOfItsContent() {
    for (Contribution part : parts()) {
      for (int version : new int[] {0, 1, 2, 4, 255}) {
        byte[] other = part.encode();
        other[VERSION_AT] = (byte) version;
        malformed(other);
      }
    }
    byte[] without = part(1, Optional.empty(), List.of()).encode();
    byte[] none = Arrays.copyOf(without, without.length + 5);
    none[VERSION_AT] = 3;
    malformed(none);
  }

  @Test
  void encode_shouldBeAsBefore_whenNothingIsAttached() {
    assertThat(part(1, Optional.empty(), List.of()).encode()[VERSION_AT]).isEqualTo((byte) 1);
    assertThat(part(1, Optional.of(APPENDED), List.of()).encode()[VERSION_AT]).isEqualTo((byte) 2);
  }

  @Test
  void digest_shouldDiffer_whenAnythingOfAnAttachmentDoes() {
    Digest signed = part(1, Optional.empty(), List.of(attachment(1))).digest();
    Attachment one = attachment(1);
    for (Attachment other :
        List.of(
            attachment(2),
            new Attachment(
                1, "MR.pdf", one.kind(), one.size(), one.content(), one.ciphertext(), one.key()),
            new Attachment(
                1, one.name(), one.kind(), 12_346, one.content(), one.ciphertext(), one.key()),
            new Attachment(
                1,
                one.name(),
                one.kind(),
                one.size(),
                one.ciphertext(),
                one.ciphertext(),
                one.key()),
            new Attachment(
                1, one.name(), one.kind(), one.size(), one.content(), one.content(), one.key()))) {
      assertThat(part(1, Optional.empty(), List.of(other)).digest()).isNotEqualTo(signed);
    }
    assertThat(part(1, Optional.empty(), List.of()).digest()).isNotEqualTo(signed);
  }

  @Test
  void contribution_shouldBeRefused_whenAttachmentsAreTooManyOrOutOfOrder() {
    List<Attachment> most = IntStream.rangeClosed(1, 16).mapToObj(i -> attachment(i)).toList();
    Contribution full = part(1, Optional.of(APPENDED), most);
    assertThat(full.encode().length).isLessThanOrEqualTo(Contribution.MAX_ENCODED);
    assertThat(Contribution.decode(full.encode())).isEqualTo(full);
    List<Attachment> more = IntStream.rangeClosed(1, 17).mapToObj(i -> attachment(i)).toList();
    assertThatThrownBy(() -> part(1, Optional.empty(), more))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> part(1, Optional.empty(), List.of(attachment(2), attachment(1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> part(1, Optional.empty(), List.of(attachment(1), attachment(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void composition_shouldBeRefused_whenTwoDoctorsAttachmentsHaveOneNumber() {
    Contribution one = part(1, Optional.empty(), List.of(attachment(1)));
    Contribution two = part(2, Optional.empty(), List.of(attachment(2)));
    Contribution again = part(2, Optional.empty(), List.of(attachment(1)));
    Composition whole = composition(one, two);
    assertThat(Composition.decode(whole.encode())).isEqualTo(whole);
    assertThat(whole.attachment(2)).contains(attachment(2));
    assertThat(whole.attachment(3)).isEmpty();
    assertThatThrownBy(() -> composition(one, again)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Composition composition(Contribution... parts) {
    return new Composition(
        ByteString.of(new byte[16]),
        "E-0000-0000-0000",
        "HOSPITAL-A",
        "cough",
        "R05",
        Arrays.stream(parts)
            .map(part -> new Composition.Entry(part, "Dr. X", java.time.Instant.EPOCH))
            .toList());
  }

  /** What a hostile author could write, but no attachment is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.pdf",
        "a/b.pdf",
        "a\\b.pdf",
        "x.exe",
        "x.PDF",
        "x.pdf ",
        " x.pdf",
        ".pdf",
        "",
        "a\nb.pdf",
        "a\u0000.pdf",
        "a\u202efdp.pdf",
        "nul.pdf",
        "a\"b.pdf"
      })
  void decode_shouldRefuse_whenTheNameIsNotSafe(String name) {
    malformed(hostile(1, name, "application/pdf", 1));
  }

  @Test
  void decode_shouldRefuse_whenNumberKindOrSizeCannotBe() {
    assertThat(Contribution.decode(hostile(1, "x.pdf", "application/pdf", 1)).attachments())
        .hasSize(1);
    malformed(hostile(0, "x.pdf", "application/pdf", 1));
    malformed(hostile(1, "x.pdf", "application/pdf", 0));
    malformed(hostile(1, "x.pdf", "application/pdf", (1L << 30) + 1));
    malformed(hostile(1, "x.pdf", "Application/PDF", 1));
    malformed(hostile(1, "x.pdf", "text/html", 1));
    malformed(hostile(1, "x.pdf", "image/png", 1));
  }

  private static byte[] hostile(int number, String name, String mediaType, long size) {
    return CanonicalWriter.of("epione.contribution", 3)
        .fixed(new byte[16], 16)
        .u8(1)
        .bytes(new byte[] {1})
        .fixed(new byte[32], 32)
        .text("text")
        .u8(0)
        .u32(1)
        .u16(number)
        .text(name)
        .text(mediaType)
        .u64(size)
        .fixed(new byte[32], 32)
        .fixed(new byte[32], 32)
        .fixed(new byte[32], 32)
        .toByteArray();
  }

  private static void malformed(byte[] encoded) {
    assertThatThrownBy(() -> Contribution.decode(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
