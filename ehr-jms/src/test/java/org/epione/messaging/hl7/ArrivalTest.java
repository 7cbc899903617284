package org.epione.messaging.hl7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.epione.enrolment.boundary.ArrivedMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

  private static Message replyTo(Object destination) {
    Map<String, Object> headers = new HashMap<>(Map.of("MessageID", "ID:7"));
    headers.put("ReplyTo", destination);
    return JmsMessages.text("x", headers);
  }

  @Test
  void of_shouldKeepBytes_whenBytesMessage() throws Exception {
    byte[] content = {1, (byte) 200, 3};
    ArrivedMessage arrived =
        Arrival.of(
            JmsMessages.bytes(
                content, 3, Map.of("MessageID", "ID:7", "CorrelationID", "request-1")));
    assertThat(arrived.content()).isEqualTo(content);
    assertThat(arrived.size()).isEqualTo(3);
    assertThat(arrived.transportId()).contains("ID:7");
    assertThat(arrived.correlation()).isEqualTo("request-1");
    assertThat(arrived.asText()).isFalse();
    assertThat(arrived.replyTo()).isEmpty();
  }

  @Test
  void of_shouldKeepUtf8_whenTextMessage() throws Exception {
    ArrivedMessage arrived = Arrival.of(JmsMessages.text("ü", Map.of("MessageID", "ID:7")));
    assertThat(arrived.content()).isEqualTo("ü".getBytes(StandardCharsets.UTF_8));
    assertThat(arrived.asText()).isTrue();
    assertThat(arrived.correlation()).isEqualTo("ID:7");
  }

  @Test
  void of_shouldKeepTheBeginning_whenTooLarge() throws Exception {
    byte[] beginning = new byte[1 << 16];
    long size = ArrivedMessage.LIMIT + 1L;
    ArrivedMessage bytes = Arrival.of(JmsMessages.bytes(beginning, size, Map.of()));
    assertThat(bytes.content()).hasSize(1 << 16);
    assertThat(bytes.size()).isEqualTo(size);
    ArrivedMessage text =
        Arrival.of(JmsMessages.text("x".repeat(ArrivedMessage.LIMIT + 1), Map.of()));
    assertThat(text.content()).hasSize(1 << 16);
    assertThat(text.size()).isEqualTo(size);
  }

  @Test
  void of_shouldBeEmpty_whenBodyIs() throws Exception {
    assertThat(Arrival.of(JmsMessages.bytes(new byte[0], 0, Map.of())).content()).isEmpty();
    assertThat(Arrival.of(JmsMessages.text(null, Map.of())).content()).isEmpty();
  }

  @Test
  void of_shouldRefuse_whenNeitherBytesNorText() {
    assertThatThrownBy(() -> Arrival.of(JmsMessages.other(Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epione.hl7.reply.his",
        "epione.hl7.out",
        "7d9f8a44-5c1e-4f4c-9f30-0a6f7b7f2a11",
        "his.in"
      })
  void of_shouldAnswerWhereTheSenderWaits_whenAllowed(String queue) throws Exception {
    assertThat(Arrival.of(replyTo(JmsMessages.queue(queue))).replyTo()).isEqualTo(queue);
  }

  @ParameterizedTest
  @ValueSource(strings = {"epione.parties.local", "epione.ledger.local", "epione.hl7.in", "a\nb"})
  void of_shouldNotAnswerIntoTheApplication_whenSenderNamesItsQueues(String queue)
      throws Exception {
    assertThat(Arrival.of(replyTo(JmsMessages.queue(queue))).replyTo()).isEmpty();
  }

  @Test
  void of_shouldIgnoreHeaders_thatAreTooLong() throws Exception {
    ArrivedMessage arrived =
        Arrival.of(
            JmsMessages.text("x", Map.of("MessageID", "ID:7", "CorrelationID", "c".repeat(300))));
    assertThat(arrived.correlation()).isEqualTo("ID:7");
    assertThat(Arrival.of(replyTo(JmsMessages.queue("q".repeat(129)))).replyTo()).isEmpty();
  }
}
