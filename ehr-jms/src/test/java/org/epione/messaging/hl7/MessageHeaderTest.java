package org.epione.messaging.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHeaderTest {

  private static MessageHeader header(String text) {
    return MessageHeader.of(text).orElseThrow();
  }

  @Test
  void of_shouldReadFields_whenComplete() {
    MessageHeader header = header(Samples.A04);
    assertThat(header.sendingApplication()).isEqualTo("HIS");
    assertThat(header.hospital()).isEqualTo("HOSPITAL-A");
    assertThat(header.messageCode()).isEqualTo("ADT");
    assertThat(header.triggerEvent()).isEqualTo("A04");
    assertThat(header.controlId()).isEqualTo("M0001");
    assertThat(header.versionNumber()).isEqualTo("2.5.1");
    assertThat(header.characterSet()).isEqualTo("UNICODE UTF-8");
  }

  @Test
  void of_shouldUseSendersSeparators_whenUnusual() {
    MessageHeader header = header("MSH#*~\\&#A#B#C#HOSPITAL-A*x###ADT*A08#77#P#2.3");
    assertThat(header.hospital()).isEqualTo("HOSPITAL-A");
    assertThat(header.triggerEvent()).isEqualTo("A08");
  }

  @Test
  void of_shouldGiveEmptyFields_whenTruncated() {
    MessageHeader header = header("MSH|^~\\&|A");
    assertThat(header.controlId()).isEmpty();
    assertThat(header.triggerEvent()).isEmpty();
    assertThat(header.characterSet()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MSH||A|B", "MSH|^^^^|A|B", "MSH|ab|A|B", "MSH|", "MSH|^~|A"})
  void encoding_shouldBeUsual_whenSendersIsUnusable(String text) {
    assertThat(header(text).encoding()).isEqualTo("^~\\&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MSH", "PID|1", "msh|^~\\&", "MSHA^~", "MSH\r|", "<xml/>"})
  void of_shouldBeEmpty_whenNoHeader(String text) {
    assertThat(MessageHeader.of(text)).isEmpty();
  }
}
