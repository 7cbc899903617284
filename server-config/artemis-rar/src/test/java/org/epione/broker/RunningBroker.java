package org.epione.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The embedded broker with its listener on a free port of the loopback interface. */
final class RunningBroker implements AutoCloseable {

  static final String USER = "integration";
  static final String PASSWORD = "correct horse";
  static final String STATIONS_USER = "stations";
  static final String STATIONS_PASSWORD = "battery staple";

  private final int port;

  RunningBroker(Path data) throws Exception {
    this.port = freePort();
    EmbeddedBroker.acquire(
        new BrokerSettings(
            data,
            Optional.of("tcp://127.0.0.1:" + port),
            new OutsideUser(USER, PASSWORD),
            new OutsideUser(STATIONS_USER, STATIONS_PASSWORD)));
  }

  ConnectionFactory inside() {
    return new ActiveMQConnectionFactory("vm://" + EmbeddedBroker.SERVER_ID);
  }

  ConnectionFactory outside() {
    return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?initialConnectAttempts=1");
  }

  void send(String queue, String text) {
    try (JMSContext context = inside().createContext()) {
      context.createProducer().send(context.createQueue(queue), text);
    }
  }

  /** The next text of the queue, or empty where there is none within the time. */
  Optional<String> receive(String queue, long millis) {
    try (JMSContext context = inside().createContext();
        JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
      return Optional.ofNullable(consumer.receive(millis))
          .map(
              message -> {
                try {
                  return message.getBody(String.class);
                } catch (jakarta.jms.JMSException unreadable) {
                  throw new IllegalStateException(unreadable);
                }
              });
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    EmbeddedBroker.release();
  }
}
