package org.epione.messaging.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementTest {

  private final Acknowledgement acknowledgement =
      new Acknowledgement(
          "00AA", Instant.parse("2026-11-20T09:30:01.234Z"), StandardCharsets.UTF_8);

  private String answer(String message, AcknowledgementCode code, Optional<Fault> fault) {
    MessageHeader header = MessageHeader.of(message).orElseThrow();
    return new String(acknowledgement.to(header, code, fault), StandardCharsets.UTF_8);
  }

  @Test
  void to_shouldEchoSender_whenAccepted() {
    assertThat(answer(Samples.A04, AcknowledgementCode.AA, Optional.empty()))
        .isEqualTo(
            "MSH|^~\\&|EPIONE|HOSPITAL-A|HIS|WARD|20261120093001.234+0000||ACK^A04^ACK|00AA|P|2.5.1"
                + "||||||UNICODE UTF-8\rMSA|AA|M0001\r");
  }

  @Test
  void to_shouldLocateError_whenVersionIs25() {
    assertThat(answer(Samples.A04, AcknowledgementCode.AE, Optional.of(Fault.IDENTIFIER_MISSING)))
        .endsWith(
            "MSA|AE|M0001|Patient identifier missing: PID-3.1 is needed\r"
                + "ERR||PID^1^3|101^Patient identifier missing: PID-3.1 is needed^HL70357|E|EHR-2114"
                + "|||Patient identifier missing: PID-3.1 is needed\r");
  }

  @Test
  void to_shouldLocateError_whenVersionIs23() {
    String message = "MSH|^~\\&|A|B|C|D|||ADT^A08|7|P|2.3\r";
    assertThat(answer(message, AcknowledgementCode.AR, Optional.of(Fault.HOSPITAL)))
        .contains("|ACK^A08|")
        .endsWith("ERR|MSH^1^6^103&Receiving facility is no hospital admitted here&HL70357\r");
  }

  @ParameterizedTest
  @CsvSource({"2.1,ACK", "2.2,ACK", "2.3,ACK^A04", "2.4,ACK^A04^ACK", "2.8.2,ACK^A04^ACK"})
  void to_shouldNameType_asVersionHasIt(String version, String type) {
    String message = "MSH|^~\\&|A|B|C|D|||ADT^A04|7|P|" + version + "\r";
    assertThat(answer(message, AcknowledgementCode.AA, Optional.empty()))
        .contains("|" + type + "|00AA|P|" + version);
  }

  @Test
  void to_shouldUseSendersSeparators_whenUnusual() {
    String message = "MSH#*~!&#A#B#C#D###ADT*A04#7#P#2.5\r";
    assertThat(answer(message, AcknowledgementCode.AA, Optional.empty()))
        .startsWith("MSH#*~!&#C#D#A#B#")
        .contains("#ACK*A04*ACK#")
        .endsWith("MSA#AA#7\r");
  }

  @Test
  void to_shouldAskForNoAnswer_whenEnhanced() {
    String message = "MSH|^~\\&|A|B|C|D|||ADT^A04|7|P|2.5|||AL|AL\r";
    assertThat(answer(message, AcknowledgementCode.CA, Optional.empty()))
        .contains("|2.5|||NE|NE\r");
  }

  @Test
  void toUnreadable_shouldReject_whenThereIsNoHeader() {
    assertThat(new String(acknowledgement.toUnreadable(Fault.NOT_HL7), StandardCharsets.UTF_8))
        .startsWith("MSH|^~\\&|EPIONE|")
        .contains("\rMSA|AR||No readable MSH")
        .contains("\rERR||MSH^1|100^");
  }
}
