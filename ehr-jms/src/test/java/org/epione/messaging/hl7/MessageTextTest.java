package org.epione.messaging.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

  private static String named(String charset) {
    return "MSH|^~\\&|A|B|C|D|||ADT^A04|1|P|2.5||||||" + charset + "\rPID|||1||Müller\r";
  }

  @ParameterizedTest
  @CsvSource({
    "UNICODE UTF-8,UTF-8",
    "utf-8,UTF-8",
    "8859/1,ISO-8859-1",
    "ISO-8859-15,ISO-8859-15",
    "8859/2,ISO-8859-2",
    "CP1252,windows-1252",
    "GB 18030-2000,GB18030"
  })
  void of_shouldDecode_whenCharacterSetIsNamed(String name, String java) {
    byte[] raw = named(name).getBytes(Charset.forName(java));
    MessageText text = MessageText.of(raw);
    assertThat(text.text()).contains("Müller");
    assertThat(text.fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252"})
  void of_shouldRecogniseBytes_whenCharacterSetIsUnnamed(String java) {
    assertThat(MessageText.of(named("").getBytes(Charset.forName(java))).text()).contains("Müller");
  }

  @Test
  void of_shouldNotBelieveAscii_whenBytesAreNot() {
    byte[] raw = named("ASCII").getBytes(StandardCharsets.UTF_8);
    assertThat(MessageText.of(raw).text()).contains("Müller");
  }

  @Test
  void of_shouldTakeFirst_whenCharacterSetRepeats() {
    byte[] raw = named("8859/1~UNICODE UTF-8").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(MessageText.of(raw).text()).contains("Müller");
  }

  @Test
  void of_shouldDecodeWide_whenUtf16() {
    for (Charset wide :
        new Charset[] {
          StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(MessageText.of(named("UNICODE UTF-16").getBytes(wide)).text())
          .startsWith("MSH|")
          .contains("Müller");
    }
  }

  @Test
  void of_shouldTellFault_whenBytesAreNotOfTheSet() {
    byte[] raw = named("UNICODE UTF-8").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(MessageText.of(raw).fault()).contains(Fault.BYTES_OUTSIDE_CHARACTER_SET);
  }

  @Test
  void of_shouldTellFault_whenCharacterSetIsUnknown() {
    assertThat(MessageText.of(named("KLINGON").getBytes(StandardCharsets.UTF_8)).fault())
        .contains(Fault.UNKNOWN_CHARACTER_SET);
  }

  @Test
  void of_shouldNotMindUnknownSet_whenBytesAreAscii() {
    byte[] raw = named("KLINGON").replace('ü', 'u').getBytes(StandardCharsets.US_ASCII);
    assertThat(MessageText.of(raw).fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u000bMSH|^~\\&|A\rPID|1\r\u001c\r",
        "MSH|^~\\&|A\r\nPID|1\r\n",
        "MSH|^~\\&|A\nPID|1\n\n",
        "\ufeffMSH|^~\\&|A\rPID|1",
        "  \r\nMSH|^~\\&|A\rPID|1\0"
      })
  void of_shouldRemoveFraming_whenSenderAddsSome(String sent) {
    assertThat(MessageText.of(sent.getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo("MSH|^~\\&|A\rPID|1");
  }

  @Test
  void of_shouldBeEmpty_whenNothingCame() {
    assertThat(MessageText.of(new byte[0]).text()).isEmpty();
  }
}
