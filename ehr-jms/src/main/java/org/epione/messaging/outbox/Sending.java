package org.epione.messaging.outbox;

import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.nio.charset.StandardCharsets;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.Outbox;
import org.epione.outbox.boundary.WaitingMessage;

/** One message, as bytes or text, persistent; on the broker's disk when it returns. */
final class Sending {

  private Sending() {}

  static void send(JMSContext context, WaitingMessage message) {
    Destination destination =
        message.kind() == DestinationKind.TOPIC
            ? context.createTopic(message.destination())
            : context.createQueue(message.destination());
    JMSProducer producer = context.createProducer();
    message.properties().forEach((name, value) -> set(producer, name, value));
    // One consumer at a time for a group: what is sent in order is handled in order.
    message.group().ifPresent(group -> producer.setProperty("JMSXGroupID", group));
    if (Boolean.parseBoolean(message.properties().get(Outbox.AS_TEXT))) {
      producer.send(destination, new String(message.body(), StandardCharsets.UTF_8));
    } else {
      producer.send(destination, message.body());
    }
  }

  private static void set(JMSProducer producer, String name, String value) {
    switch (name) {
      case Outbox.CORRELATION -> producer.setJMSCorrelationID(value);
      case Outbox.PRIORITY -> producer.setPriority(Integer.parseInt(value));
      case Outbox.AS_TEXT, Outbox.MOST_ATTEMPTS -> {
        // For the relay, not for the receiver.
      }
      default -> producer.setProperty(name, value);
    }
  }
}
