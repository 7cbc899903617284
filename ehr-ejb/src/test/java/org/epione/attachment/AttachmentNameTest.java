package org.epione.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import org.epione.attachment.boundary.AttachmentKind;
import org.epione.attachment.boundary.AttachmentName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files as people and attackers give them. */
class AttachmentNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CT of the chest.pdf        | CT of the chest.pdf
          CT.PDF                     | CT.pdf
          C:\\Users\\ann\\CT.pdf     | CT.pdf
          ../../etc/passwd           | passwd.pdf
          invoice.pdf.exe            | invoice.pdf.exe.pdf
          scan                       | scan.pdf
          ..                         | attachment.pdf
          .pdf                       | pdf.pdf
          Befund Müller.pdf          | Befund Müller.pdf
          放射線.pdf                  | 放射線.pdf
          con.pdf                    | _con.pdf
          a  b.pdf                   | a b.pdf
          what?.pdf                  | what.pdf
          """)
  void name_shouldBeSafeAndRecognisable(String raw, String safe) {
    assertThat(AttachmentName.safe(raw, AttachmentKind.PDF)).isEqualTo(safe);
  }

  @Test
  void name_shouldBeOneLineWithoutTricks_whenItHasControlOrDirectionCharacters() {
    assertThat(AttachmentName.safe("a\r\nSet-Cookie: x\u0000.pdf", AttachmentKind.PDF))
        .isEqualTo("a Set-Cookie x.pdf");
    assertThat(AttachmentName.safe("exe\u202efdp.pdf", AttachmentKind.PDF))
        .isEqualTo("exe fdp.pdf");
    assertThat(AttachmentName.safe("\ud800.jpeg", AttachmentKind.JPEG)).isEqualTo("jpeg.jpg");
    assertThat(AttachmentName.safe("é.png", AttachmentKind.PNG))
        .isEqualTo(AttachmentName.safe("e\u0301.png", AttachmentKind.PNG));
  }

  @Test
  void name_shouldBeShort_whenItIsTenThousandCharactersLong() {
    String safe = AttachmentName.safe("x".repeat(10_000) + ".pdf", AttachmentKind.PDF);
    assertThat(safe).hasSize(AttachmentName.MAX_STEM + 4);
    assertThat(AttachmentName.safe("\ud83d\ude00".repeat(10_000), AttachmentKind.DICOM))
        .matches(name -> name.getBytes(StandardCharsets.UTF_8).length <= AttachmentName.MAX_BYTES);
  }

  /** Safe again is the same: what was signed is what every reader accepts. */
  @Test
  void name_shouldStayAsItIs_whenMadeSafeAgain_forAnyCharacters() {
    Random random = new Random(5);
    String hostile = " ./\\:*?\"<>|\u0000\n\u202e\ufeff\u0301\u00a0\u3000aA1éß放.pdfjpg";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder raw = new StringBuilder();
      int length = random.nextInt(random.nextInt(10) == 0 ? 400 : 12);
      for (int i = 0; i < length; i++) {
        raw.append(
            random.nextInt(4) == 0
                ? (char) random.nextInt(0x10000)
                : hostile.charAt(random.nextInt(hostile.length())));
      }
      for (AttachmentKind kind : AttachmentKind.values()) {
        String safe = AttachmentName.safe(raw.toString(), kind);
        assertThat(AttachmentName.safe(safe, kind)).as(raw.toString()).isEqualTo(safe);
        assertThat(safe)
            .doesNotContain("/", "\\", "\n", "\u0000", "\u202e")
            .doesNotStartWith(".")
            .endsWith("." + kind.extensions().get(0));
        assertThat(Normalizer.isNormalized(safe, Normalizer.Form.NFC)).isTrue();
        assertThat(safe.getBytes(StandardCharsets.UTF_8).length)
            .isLessThanOrEqualTo(AttachmentName.MAX_BYTES);
      }
    }
  }

  @Test
  void kind_shouldBeWhatTheFirstBytesSay() {
    assertThat(AttachmentKind.of(bytes("%PDF-1.7"))).contains(AttachmentKind.PDF);
    assertThat(AttachmentKind.of(bytes(" %PDF-1.7"))).isEmpty();
    assertThat(AttachmentKind.of(bytes("\u0089PNG\r\n\u001a\n"))).contains(AttachmentKind.PNG);
    assertThat(AttachmentKind.of(bytes("\u00ff\u00d8\u00ff\u00e0"))).contains(AttachmentKind.JPEG);
    assertThat(AttachmentKind.of(bytes("\u00ff\u00d8"))).isEmpty();
    assertThat(AttachmentKind.of(bytes("GIF89a"))).isEmpty();
    assertThat(AttachmentKind.of(bytes("<svg/>"))).isEmpty();
    assertThat(AttachmentKind.of(bytes("PK\u0003\u0004"))).isEmpty();
    assertThat(AttachmentKind.of(new byte[0])).isEmpty();
    assertThat(AttachmentKind.of(dicom(""))).contains(AttachmentKind.DICOM);
    assertThat(AttachmentKind.of(dicom("II*\u0000"))).contains(AttachmentKind.DICOM);
    assertThat(AttachmentKind.of(dicom("MZ"))).as("a program in the preamble").isEmpty();
  }

  private static byte[] dicom(String preamble) {
    byte[] head = new byte[200];
    byte[] begin = bytes(preamble);
    System.arraycopy(begin, 0, head, 0, begin.length);
    System.arraycopy(bytes("DICM"), 0, head, 128, 4);
    return head;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
