package org.epione.benchmark.ledger;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Queues that are forced to the disk, as the shipped broker is set up. */
final class Broker implements AutoCloseable {

  private static final String ADDRESS = "vm://0";
  private static final int BUFFER_NANOS = 200_000; // as BrokerConfiguration

  /** Artemis reports each message to these; the shipped broker has turned them off, too. */
  private static final List<Logger> AUDIT =
      Stream.of("base", "resource", "message")
          .map(kind -> Logger.getLogger("org.apache.activemq.audit." + kind))
          .toList();

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final ActiveMQConnectionFactory factory;
  private final Connection connection;
  private final ThreadLocal<Sender> senders = ThreadLocal.withInitial(this::sender);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ended;

  /** Starts one that keeps its journal in this folder. */
  Broker(Path folder) throws Exception {
    AUDIT.forEach(logger -> logger.setLevel(Level.OFF));
    server.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(true)
            .setJournalType(JournalType.NIO)
            .setJournalDatasync(true)
            .setJournalSyncTransactional(true)
            .setJournalSyncNonTransactional(true)
            .setJournalBufferTimeout_NIO(BUFFER_NANOS)
            .setJournalDirectory(folder.resolve("journal").toString())
            .setBindingsDirectory(folder.resolve("bindings").toString())
            .setLargeMessagesDirectory(folder.resolve("large").toString())
            .setPagingDirectory(folder.resolve("paging").toString())
            .setJMXManagementEnabled(false)
            .setSecurityEnabled(false)
            .addAcceptorConfiguration("inside", ADDRESS));
    server.start();
    factory = new ActiveMQConnectionFactory(ADDRESS);
    connection = factory.createConnection();
    connection.start();
  }

  /** Sends, by one thread at a time, over a session that it keeps, as a server's pool does. */
  static final class Sender {
    private final Session session;
    private final MessageProducer producer;

    private Sender(Session session) throws JMSException {
      this.session = session;
      this.producer = session.createProducer(null);
    }

    /** Sends all of these together; they are on the disk when this returns. */
    void send(String queue, int priority, List<byte[]> bodies) {
      if (bodies.isEmpty()) {
        return;
      }
      try {
        Queue to = session.createQueue(queue);
        for (byte[] body : bodies) {
          BytesMessage message = session.createBytesMessage();
          message.writeBytes(body);
          producer.send(
              to, message, DeliveryMode.PERSISTENT, priority, Message.DEFAULT_TIME_TO_LIVE);
        }
        session.commit();
      } catch (JMSException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** One for a thread of the caller's. */
  Sender sender() {
    try {
      return new Sender(connection.createSession(true, Session.SESSION_TRANSACTED));
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends all of these together; they are on the disk when this returns. */
  void send(String queue, int priority, List<byte[]> bodies) {
    senders.get().send(queue, priority, bodies);
  }

  /** So many threads take messages from this queue; each is acknowledged when it is done. */
  void receive(String queue, int count, Consumer<byte[]> work) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(() -> take(queue, work), queue + " " + i);
      threads.add(thread);
      thread.start();
    }
  }

  private void take(String queue, Consumer<byte[]> work) {
    try (Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      while (!ended) {
        if (consumer.receive(100) instanceof BytesMessage message) {
          byte[] body = new byte[(int) message.getBodyLength()];
          message.readBytes(body);
          work.accept(body);
          message.acknowledge();
        }
      }
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws JMSException {
    ended = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
      connection.close();
      factory.close();
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (JMSException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
