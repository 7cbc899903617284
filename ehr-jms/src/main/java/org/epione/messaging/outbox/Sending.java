package org.epione.messaging.outbox;

import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.WaitingMessage;

/** One message, as bytes, persistent; on the broker's disk when it returns. */
final class Sending {

  private Sending() {}

  static void send(JMSContext context, WaitingMessage message) {
    Destination destination =
        message.kind() == DestinationKind.TOPIC
            ? context.createTopic(message.destination())
            : context.createQueue(message.destination());
    JMSProducer producer = context.createProducer();
    message.properties().forEach(producer::setProperty);
    // One consumer at a time for a group: what is sent in order is handled in order.
    message.group().ifPresent(group -> producer.setProperty("JMSXGroupID", group));
    producer.send(destination, message.body());
  }
}
