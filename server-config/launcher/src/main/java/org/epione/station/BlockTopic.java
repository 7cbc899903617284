package org.epione.station;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.epione.ledger.block.Block;

/**
 * A subscription to one hospital's blocks, as long as it is open: what is missed is asked for
 * elsewhere, so that the broker keeps nothing for stations that are away.
 */
final class BlockTopic implements AutoCloseable {

  /**
   * Artemis reports each end of a connection; the station says itself what that means. Kept here,
   * because a logger that nobody holds forgets its level.
   */
  private static final Logger ARTEMIS = Logger.getLogger("org.apache.activemq.artemis.core.client");

  static {
    ARTEMIS.setLevel(Level.WARNING);
  }

  private static final String TOPIC = "epione.blocks";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ActiveMQConnectionFactory factory;
  private final Connection connection;
  private final MessageConsumer blocks;

  BlockTopic(Subscription subscription, String hospital) throws JMSException {
    factory = new ActiveMQConnectionFactory(subscription.url());
    factory.setCallTimeout(PATIENCE.toMillis());
    factory.setInitialConnectAttempts(1);
    factory.setReconnectAttempts(0);
    ConnectionFactory standard = factory;
    Connection opened = null;
    try {
      opened = standard.createConnection(subscription.user(), subscription.password());
      Session session = opened.createSession(false, Session.AUTO_ACKNOWLEDGE);
      blocks =
          session.createConsumer(
              session.createTopic(TOPIC), "epione_hospital = '" + hospital + "'");
      opened.start();
      connection = opened;
    } catch (JMSException e) {
      if (opened != null) {
        opened.close();
      }
      factory.close();
      throw e;
    }
  }

  /**
   * The next block as published, or nothing within this time.
   *
   * @throws JMSException if the connection broke
   */
  Optional<byte[]> next(Duration wait) throws JMSException {
    long deadline = System.nanoTime() + wait.toNanos();
    Message message = blocks.receive(wait.toMillis());
    if (message == null) {
      if (System.nanoTime() < deadline) {
        throw new JMSException("the connection to the broker broke");
      }
      return Optional.empty();
    }
    if (!(message instanceof BytesMessage bytes) || bytes.getBodyLength() > Block.MAX_LENGTH) {
      return Optional.of(new byte[0]);
    }
    byte[] body = new byte[(int) bytes.getBodyLength()];
    bytes.readBytes(body);
    return Optional.of(body);
  }

  @Override
  public void close() throws JMSException {
    try {
      connection.close();
    } finally {
      factory.close();
    }
  }
}
