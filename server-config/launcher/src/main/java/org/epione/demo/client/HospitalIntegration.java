package org.epione.demo.client;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A hospital's own system that hands in HL7 messages through the broker and waits for the answer to
 * each. Messages are bytes, as they are in the file; answers come to a temporary queue.
 */
public final class HospitalIntegration implements AutoCloseable {
  /** Where HL7 messages are handed in. */
  public static final String INTAKE = "epione.hl7.in";

  private final ActiveMQConnectionFactory factory;
  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;
  private final TemporaryQueue answers;
  private final MessageConsumer answered;

  /** Connects as the integration user. */
  public HospitalIntegration(BrokerAddress broker) throws JMSException {
    factory = new ActiveMQConnectionFactory(broker.url());
    factory.setCallTimeout(Duration.ofSeconds(30).toMillis());
    ConnectionFactory standard = factory;
    connection = standard.createConnection(broker.userName(), broker.password());
    try {
      session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      producer = session.createProducer(session.createQueue(INTAKE));
      answers = session.createTemporaryQueue();
      answered = session.createConsumer(answers);
      connection.start();
    } catch (JMSException e) {
      connection.close();
      factory.close();
      throw e;
    }
  }

  /**
   * Hands a message in and waits for its answer.
   *
   * @return empty where no answer came in time
   */
  public Optional<Hl7Answer> send(byte[] message, Duration patience) throws JMSException {
    BytesMessage letter = session.createBytesMessage();
    letter.writeBytes(message);
    letter.setJMSReplyTo(answers);
    producer.send(letter);
    long deadline = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (left > 0) {
      Message answer = answered.receive(left);
      if (answer == null) {
        if (System.nanoTime() < deadline) {
          throw new JMSException("The connection to the broker broke before the answer came.");
        }
        return Optional.empty();
      }
      if (letter.getJMSMessageID().equals(answer.getJMSCorrelationID())) {
        return Optional.of(Hl7Answer.parse(text(answer)));
      }
      left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    }
    return Optional.empty();
  }

  /** The session, for those who try what the integration user may not. */
  public Session session() {
    return session;
  }

  /** A queue by its name. */
  public Queue queue(String name) throws JMSException {
    return session.createQueue(name);
  }

  @Override
  public void close() throws JMSException {
    try {
      connection.close();
    } finally {
      factory.close();
    }
  }

  private static String text(Message message) throws JMSException {
    if (message instanceof TextMessage words) {
      return words.getText();
    }
    return new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
  }
}
