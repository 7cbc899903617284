package org.epione.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EmbeddedBrokerTest {

  private static final long SOON = 5_000;
  private static final long NEVER = 300;

  @TempDir Path data;

  private static JMSContext signedIn(ConnectionFactory factory) {
    return factory.createContext(RunningBroker.USER, RunningBroker.PASSWORD);
  }

  @Test
  void send_shouldOutliveTheBroker_whenNobodyReceived() throws Exception {
    try (RunningBroker broker = new RunningBroker(data)) {
      broker.send("epione.parties.local", "kept");
    }
    try (RunningBroker broker = new RunningBroker(data)) {
      assertThat(broker.receive("epione.parties.local", SOON)).contains("kept");
    }
    try (RunningBroker broker = new RunningBroker(data)) {
      assertThat(broker.receive("epione.parties.local", NEVER)).isEmpty();
    }
  }

  @Test
  void release_shouldKeepTheBroker_whenAnotherAdapterUsesIt() throws Exception {
    try (RunningBroker first = new RunningBroker(data)) {
      new RunningBroker(data).close();
      first.send("epione.parties.local", "still here");
      assertThat(first.receive("epione.parties.local", SOON)).contains("still here");
    }
  }

  @Test
  void message_shouldBecomeADeadLetterThatSaysWhereFrom_whenItFailedFiveTimes() throws Exception {
    try (RunningBroker broker = new RunningBroker(data)) {
      broker.send("epione.parties.local", "poison");
      int attempts = 0;
      try (JMSContext context = broker.inside().createContext(JMSContext.SESSION_TRANSACTED);
          JMSConsumer consumer =
              context.createConsumer(context.createQueue("epione.parties.local"))) {
        Message message = consumer.receive(SOON);
        while (message != null) {
          attempts++;
          assertThat(message.getIntProperty("JMSXDeliveryCount")).isEqualTo(attempts);
          context.rollback();
          message = attempts < BrokerConfiguration.MAX_ATTEMPTS ? consumer.receive(SOON) : null;
        }
        assertThat(consumer.receive(NEVER)).isNull();
      }
      assertThat(attempts).isEqualTo(5);
      try (JMSContext context = broker.inside().createContext();
          JMSConsumer consumer =
              context.createConsumer(context.createQueue(Addresses.DEAD_LETTER))) {
        Message dead = consumer.receive(SOON);
        assertThat(dead.getBody(String.class)).isEqualTo("poison");
        assertThat(dead.getStringProperty("_AMQ_ORIG_ADDRESS")).isEqualTo("epione.parties.local");
      }
    }
  }

  @Test
  void topic_shouldReachEachSubscriber() throws Exception {
    try (RunningBroker broker = new RunningBroker(data);
        JMSContext context = broker.inside().createContext();
        JMSConsumer one = context.createConsumer(context.createTopic(Addresses.BLOCKS));
        JMSConsumer two = context.createConsumer(context.createTopic(Addresses.BLOCKS))) {
      context.createProducer().send(context.createTopic(Addresses.BLOCKS), "block");
      assertThat(one.receiveBody(String.class, SOON)).isEqualTo("block");
      assertThat(two.receiveBody(String.class, SOON)).isEqualTo("block");
    }
  }

  @Test
  void outside_shouldHandInHl7AndCollectTheAnswer() throws Exception {
    try (RunningBroker broker = new RunningBroker(data);
        JMSContext context = signedIn(broker.outside())) {
      TemporaryQueue reply = context.createTemporaryQueue();
      context
          .createProducer()
          .setJMSReplyTo(reply)
          .send(context.createQueue(Addresses.HL7_IN), "MSH|");
      try (JMSContext server = broker.inside().createContext();
          JMSConsumer intake = server.createConsumer(server.createQueue(Addresses.HL7_IN))) {
        Message message = intake.receive(SOON);
        server.createProducer().send(message.getJMSReplyTo(), "MSA|AA");
      }
      try (JMSConsumer answers = context.createConsumer(reply)) {
        assertThat(answers.receiveBody(String.class, SOON)).isEqualTo("MSA|AA");
      }
      reply.delete();
    }
  }

  @Test
  void outside_shouldCollectFromItsNamedReplyQueue() throws Exception {
    try (RunningBroker broker = new RunningBroker(data);
        JMSContext context = signedIn(broker.outside());
        JMSConsumer before =
            context.createConsumer(context.createQueue("epione.hl7.reply.lab-1"))) {
      broker.send("epione.hl7.reply.lab-1", "MSA|AA");
      assertThat(before.receiveBody(String.class, SOON)).isEqualTo("MSA|AA");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epione.parties.local",
        "epione.ledger.local",
        "epione.dead-letter",
        "epione.hl7.out",
        "epione.hl7.reply.lab-1",
        "epione.hl7.in.x",
        "activemq.management",
        "other"
      })
  void outside_shouldNotSend_whereItHasNoBusiness(String queue) throws Exception {
    try (RunningBroker broker = new RunningBroker(data);
        JMSContext context = signedIn(broker.outside())) {
      broker.send("epione.parties.local", "there is such a queue");
      assertThatThrownBy(() -> context.createProducer().send(context.createQueue(queue), "forged"))
          .isInstanceOf(JMSRuntimeException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epione.parties.local",
        "epione.dead-letter",
        "epione.hl7.in",
        "epione.hl7.reply.#",
        "epione.hl7.reply.*",
        "epione.#",
        "#",
        "epione.hl7.out::epione.parties.local",
        "epione.parties.local::epione.hl7.out",
        "epione.hl7.reply.a::epione.parties.local",
        "activemq.notifications"
      })
  void outside_shouldNotRead_whereItHasNoBusiness(String queue) throws Exception {
    try (RunningBroker broker = new RunningBroker(data);
        JMSContext context = signedIn(broker.outside())) {
      broker.send("epione.parties.local", "secret");
      assertThatThrownBy(
              () -> {
                try (JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
                  consumer.receive(NEVER);
                }
              })
          .isInstanceOf(JMSRuntimeException.class);
      assertThatThrownBy(
              () ->
                  context.createBrowser(context.createQueue(queue)).getEnumeration().nextElement())
          .isInstanceOfAny(
              JMSRuntimeException.class, JMSException.class, NoSuchElementException.class);
      assertThat(broker.receive("epione.parties.local", SOON)).contains("secret");
    }
  }

  @Test
  void outside_shouldNotSubscribeToBlocks() throws Exception {
    try (RunningBroker broker = new RunningBroker(data);
        JMSContext context = signedIn(broker.outside())) {
      assertThatThrownBy(() -> context.createConsumer(context.createTopic(Addresses.BLOCKS)))
          .isInstanceOf(JMSRuntimeException.class);
    }
  }

  @Test
  void station_shouldGetEachBlock_whileItIsConnected() throws Exception {
    try (RunningBroker broker = new RunningBroker(data);
        JMSContext station = stationSignedIn(broker);
        JMSConsumer blocks = station.createConsumer(station.createTopic(Addresses.BLOCKS));
        JMSContext inside = broker.inside().createContext()) {
      inside.createProducer().send(inside.createTopic(Addresses.BLOCKS), "block 7");
      assertThat(blocks.receiveBody(String.class, SOON)).isEqualTo("block 7");
    }
  }

  @Test
  void station_shouldDoNothingElse() throws Exception {
    try (RunningBroker broker = new RunningBroker(data)) {
      broker.send("epione.parties.local", "secret");
      List<Consumer<JMSContext>> attempts =
          List.of(
              context ->
                  context.createProducer().send(context.createTopic(Addresses.BLOCKS), "forged"),
              context ->
                  context.createProducer().send(context.createQueue(Addresses.HL7_IN), "forged"),
              context -> context.createConsumer(context.createQueue("epione.parties.local")),
              context -> context.createConsumer(context.createQueue("epione.hl7.out")),
              context -> context.createConsumer(context.createTopic("epione.#")),
              context ->
                  context.createSharedDurableConsumer(
                      context.createTopic(Addresses.BLOCKS), "kept"));
      for (Consumer<JMSContext> attempt : attempts) {
        try (JMSContext station = stationSignedIn(broker)) {
          assertThatThrownBy(() -> attempt.accept(station)).isInstanceOf(JMSRuntimeException.class);
        }
      }
      assertThat(broker.receive("epione.parties.local", SOON)).contains("secret");
    }
  }

  private static JMSContext stationSignedIn(RunningBroker broker) {
    return broker
        .outside()
        .createContext(RunningBroker.STATIONS_USER, RunningBroker.STATIONS_PASSWORD);
  }

  @ParameterizedTest
  @CsvSource({
    "stations,correct horse",
    "integration,battery staple",
    "integration,wrong",
    "wrong,correct horse",
    "ACTIVEMQ.CLUSTER.ADMIN.USER,CHANGE ME!!"
  })
  void outside_shouldNotSignIn_whenTheCredentialsAreWrong(String user, String password)
      throws Exception {
    try (RunningBroker broker = new RunningBroker(data)) {
      ConnectionFactory factory = broker.outside();
      assertThatThrownBy(() -> factory.createContext(user, password).start())
          .isInstanceOf(JMSRuntimeException.class);
    }
  }

  @Test
  void outside_shouldNotSignIn_whenItGivesNoCredentials() throws Exception {
    try (RunningBroker broker = new RunningBroker(data)) {
      ConnectionFactory factory = broker.outside();
      assertThatThrownBy(() -> factory.createContext().start())
          .isInstanceOf(JMSRuntimeException.class);
    }
  }

  /** Bytes of which nobody holds more than a few at once. */
  private static InputStream endless(long length) {
    return new InputStream() {
      private long left = length;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : -1;
      }

      @Override
      public int read(byte[] into, int at, int count) {
        if (left <= 0) {
          return -1;
        }
        int some = (int) Math.min(count, left);
        left -= some;
        return some;
      }
    };
  }

  private static void stream(JMSContext context, long length) throws JMSException {
    BytesMessage message = context.createBytesMessage();
    message.setObjectProperty("JMS_AMQ_InputStream", endless(length));
    context.createProducer().send(context.createQueue("epione.hl7.in"), message);
  }

  @Test
  void send_shouldBeRefused_whenAMessageIsLongerThanAnyOfOurs() throws Exception {
    try (RunningBroker broker = new RunningBroker(data)) {
      try (JMSContext context = signedIn(broker.outside())) {
        for (long length : new long[] {100L << 20, MessageSizeLimit.MOST_BYTES + 1}) {
          assertThatThrownBy(() -> stream(context, length)).hasStackTraceContaining("EHR-9015");
        }
      }
      try (JMSContext context = signedIn(broker.outside())) {
        stream(context, MessageSizeLimit.MOST_BYTES);
      }
      try (JMSContext context = broker.inside().createContext();
          JMSConsumer consumer = context.createConsumer(context.createQueue("epione.hl7.in"))) {
        BytesMessage only = (BytesMessage) consumer.receive(SOON);
        assertThat(only.getBodyLength()).isEqualTo(MessageSizeLimit.MOST_BYTES);
        assertThat(consumer.receive(NEVER)).isNull();
      }
      assertThat(data.resolve("large")).isEmptyDirectory();
    }
  }
}
