package org.epione.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.epione.ledger.world.TestClock;
import org.epione.outbox.boundary.BrokerState;
import org.epione.outbox.boundary.DestinationKind;
import org.epione.outbox.boundary.OutboxDelivery;
import org.epione.outbox.boundary.WaitingMessage;
import org.junit.jupiter.api.Test;

/** The pool hands out connections without asking the broker, as those of the servers do. */
class RelayRoundsTest {

  private final List<WaitingMessage> waiting = new ArrayList<>();
  private final List<Long> failed = new ArrayList<>();
  private final List<Boolean> found = new ArrayList<>();
  private final List<String> delivered = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private final TestClock clock = new TestClock(Instant.EPOCH);
  private boolean brokerAlive = true;

  private final RelayRounds rounds =
      new RelayRounds(
          "one", of(ConnectionFactory.class, this::factory), new Delivery(), new State(), clock);

  @Test
  void sendAll_shouldSayThatTheBrokerIsAway_whenThePoolStillHasConnections() {
    put(1, "first", Optional.empty());
    brokerAlive = false;
    round();
    assertThat(found).containsExactly(false);
    assertThat(waiting).hasSize(1);
    assertThat(failed).as("no message is to blame").isEmpty();
  }

  @Test
  void sendAll_shouldNeverSayThatTheBrokerAnswers_whileItIsAway() {
    put(1, "first", Optional.of("g"));
    put(2, "second", Optional.empty());
    brokerAlive = false;
    for (int n = 0; n < 5; n++) {
      round();
      clock.move(Duration.ofSeconds(40));
    }
    assertThat(found).hasSize(5).containsOnly(false);
  }

  @Test
  void sendAll_shouldSendAllInOrder_whenTheBrokerIsBack() {
    put(1, "first", Optional.of("g"));
    put(2, "second", Optional.of("g"));
    brokerAlive = false;
    round();
    brokerAlive = true;
    clock.move(Duration.ofSeconds(2));
    round();
    assertThat(delivered).containsExactly("first", "second");
    assertThat(found).endsWith(true);
    assertThat(waiting).isEmpty();
  }

  @Test
  void sendAll_shouldHoldBackAMessageAndItsGroup_whenItAloneCannotBeSent() {
    put(1, "too large", Optional.of("g"));
    put(2, "after it", Optional.of("g"));
    put(3, "another", Optional.empty());
    refused.add("too large");
    round();
    assertThat(failed).containsExactly(1L);
    assertThat(delivered).containsExactly("another");
    assertThat(found).containsOnly(true);
  }

  @Test
  void sendAll_shouldAskTheBroker_whenNothingWaits() {
    round();
    brokerAlive = false;
    clock.move(Duration.ofSeconds(5));
    round();
    clock.move(Duration.ofSeconds(5));
    round();
    assertThat(found).containsExactly(true, false);
  }

  private void round() {
    rounds.sendAll(() -> false);
  }

  private void put(long id, String text, Optional<String> group) {
    waiting.add(
        new WaitingMessage(
            id,
            "q",
            DestinationKind.QUEUE,
            text.getBytes(StandardCharsets.UTF_8),
            Map.of(),
            group));
  }

  private Object factory(Object proxy, Method method, Object[] arguments) {
    return of(JMSContext.class, this::context);
  }

  private Object context(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "createTemporaryQueue" -> {
        requireBroker();
        yield of(TemporaryQueue.class, (queue, call, none) -> null);
      }
      case "createQueue" -> of(Queue.class, (queue, call, none) -> null);
      case "createProducer" -> of(JMSProducer.class, this::producer);
      default -> null;
    };
  }

  private Object producer(Object proxy, Method method, Object[] arguments) {
    if (method.getName().equals("send")) {
      requireBroker();
      String text = new String((byte[]) arguments[1], StandardCharsets.UTF_8);
      if (refused.contains(text)) {
        throw new JMSRuntimeException("the broker refuses it");
      }
      delivered.add(text);
    }
    return proxy;
  }

  private void requireBroker() {
    if (!brokerAlive) {
      throw new JMSRuntimeException("the connection is closed");
    }
  }

  private static <T> T of(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            RelayRoundsTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private final class Delivery extends OutboxDelivery {
    @Override
    public List<WaitingMessage> next(String instance, int most) {
      return List.copyOf(waiting);
    }

    @Override
    public void sent(Collection<Long> ids) {
      waiting.removeIf(message -> ids.contains(message.id()));
    }

    @Override
    public void failed(long id) {
      failed.add(id);
    }
  }

  private final class State extends BrokerState {
    @Override
    public void available() {
      found.add(true);
    }

    @Override
    public void away(String problem) {
      found.add(false);
    }
  }
}
