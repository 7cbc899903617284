package org.epione.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.WaitingMessage;
import org.junit.jupiter.api.Test;

class SendingTest {

  private final List<String> calls = new ArrayList<>();

  private <T> T recording(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            SendingTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("createProducer")) {
                return recording(JMSProducer.class);
              }
              calls.add(method.getName() + text(arguments));
              return null;
            }));
  }

  private static String text(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(a -> a instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(a))
        .toList()
        .toString();
  }

  private void send(Map<String, String> properties, Optional<String> group) {
    Sending.send(
        recording(JMSContext.class),
        new WaitingMessage(1, "q", DestinationKind.QUEUE, new byte[] {65}, properties, group));
  }

  @Test
  void send_shouldSendBytesWithProperties_asUsual() {
    send(Map.of("epione_type", "team.turn"), Optional.of("g"));
    assertThat(calls)
        .containsExactly(
            "createQueue[q]",
            "setProperty[epione_type, team.turn]",
            "setProperty[JMSXGroupID, g]",
            "send[null, [65]]");
  }

  @Test
  void send_shouldSetHeadersAndSendText_whenAskedTo() {
    send(
        Map.of(
            "JMSCorrelationID", "c-1",
            "JMSPriority", "6",
            "epione_as_text", "true",
            "epione_most_attempts", "3"),
        Optional.empty());
    assertThat(calls)
        .containsExactlyInAnyOrder(
            "createQueue[q]", "setJMSCorrelationID[c-1]", "setPriority[6]", "send[null, A]");
  }
}
