package org.epione.benchmark.ledger;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
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
  private final ThreadLocal<Session> sessions = ThreadLocal.withInitial(this::session);
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

  /** Sends all of these together; they are on the disk when this returns. */
  void send(String queue, int priority, List<byte[]> bodies) {
    if (bodies.isEmpty()) {
      return;
    }
    try {
      Session session = sessions.get();
      try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
        producer.setPriority(priority);
        for (byte[] body : bodies) {
          BytesMessage message = session.createBytesMessage();
          message.writeBytes(body);
          producer.send(message);
        }
      }
      session.commit();
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
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

  private Session session() {
    try {
      return connection.createSession(true, Session.SESSION_TRANSACTED);
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
