package org.epione.messaging.outbox;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.outbox.boundary.BrokerState;
import org.epione.outbox.boundary.OutboxDelivery;
import org.epione.outbox.boundary.WaitingMessage;

/**
 * Rounds of reading, sending and removing. While the broker is away it is asked again after a
 * second, then after twice as long, up to half a minute. A message that alone cannot be sent waits
 * with its group and does not hold up the others.
 */
final class RelayRounds {

  private static final Logger LOG = Logger.getLogger(RelayRounds.class.getName());
  private static final int BATCH = 64;
  private static final Duration PROBE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String instance;
  private final ConnectionFactory connectionFactory;
  private final OutboxDelivery delivery;
  private final BrokerState broker;
  private final Clock clock;

  private Duration pause = Duration.ZERO;
  private Instant notBefore = Instant.EPOCH;
  private Instant nextProbe = Instant.EPOCH;

  RelayRounds(
      String instance,
      ConnectionFactory connectionFactory,
      OutboxDelivery delivery,
      BrokerState broker,
      Clock clock) {
    this.instance = instance;
    this.connectionFactory = connectionFactory;
    this.delivery = delivery;
    this.broker = broker;
    this.clock = clock;
  }

  /** Sends until nothing is left that can be sent now, or, after any batch, until told to stop. */
  void sendAll(BooleanSupplier stopping) {
    if (clock.instant().isBefore(notBefore)) {
      return;
    }
    List<WaitingMessage> batch = delivery.next(instance, BATCH);
    if (batch.isEmpty() && clock.instant().isBefore(nextProbe)) {
      return;
    }
    try (JMSContext context = connectionFactory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      if (batch.isEmpty()) {
        roundTrip(context);
        found();
      }
      while (!batch.isEmpty()) {
        if (!send(context, batch) || stopping.getAsBoolean()) {
          return;
        }
        batch = batch.size() < BATCH ? List.of() : delivery.next(instance, BATCH);
      }
    } catch (JMSRuntimeException brokerAway) {
      missed(brokerAway);
    }
  }

  private void requireBroker() {
    try (JMSContext fresh = connectionFactory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      roundTrip(fresh);
    }
  }

  /**
   * A pooled connection may be to a broker that is no more; only its answer tells.
   *
   * @throws JMSRuntimeException if the broker does not answer
   */
  private static void roundTrip(JMSContext context) {
    try {
      context.createTemporaryQueue().delete();
    } catch (JMSException unanswered) {
      throw new JMSRuntimeException(unanswered.getMessage(), unanswered.getErrorCode(), unanswered);
    }
  }

  /** Lets another instance go on at once. */
  void release() {
    try {
      delivery.release(instance);
    } catch (RuntimeException databaseAway) {
      LOG.log(Level.FINE, "the lease will run out by itself", databaseAway);
    }
  }

  /**
   * Sends a batch; false when the rest has to wait for another connection.
   *
   * @throws JMSRuntimeException if the broker does not answer; no message is to blame for that
   */
  private boolean send(JMSContext context, List<WaitingMessage> batch) {
    List<Long> sent = new ArrayList<>();
    Set<String> heldBack = new HashSet<>();
    try {
      for (WaitingMessage message : batch) {
        if (message.group().filter(heldBack::contains).isPresent()) {
          continue;
        }
        try {
          Sending.send(context, message);
          sent.add(message.id());
        } catch (JMSRuntimeException failure) {
          if (sendsNow(message)) {
            sent.add(message.id());
          } else {
            requireBroker();
            holdBack(message, failure);
            message.group().ifPresent(heldBack::add);
          }
          if (failedConnection(context)) {
            return false;
          }
        }
      }
      return true;
    } finally {
      if (!sent.isEmpty()) {
        found();
        delivery.sent(sent);
      }
    }
  }

  /** Once more over a connection of its own: was it the connection, or is it the message? */
  private boolean sendsNow(WaitingMessage message) {
    try (JMSContext fresh = connectionFactory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      try {
        Sending.send(fresh, message);
        return true;
      } catch (JMSRuntimeException again) {
        LOG.log(Level.FINE, "a message cannot be sent", again);
        return false;
      }
    }
  }

  private static boolean failedConnection(JMSContext context) {
    try {
      context.createProducer();
      context.createBytesMessage();
      return false;
    } catch (JMSRuntimeException closed) {
      return true;
    }
  }

  private void holdBack(WaitingMessage message, JMSRuntimeException failure) {
    delivery.failed(message.id());
    LOG.log(
        Level.WARNING,
        () -> "message " + message.id() + " to " + message.destination() + " waits: " + failure);
  }

  private void found() {
    broker.available();
    pause = Duration.ZERO;
    nextProbe = clock.instant().plus(PROBE);
  }

  private void missed(JMSRuntimeException failure) {
    broker.away(String.valueOf(failure.getMessage()));
    Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    notBefore = clock.instant().plus(pause);
    nextProbe = notBefore;
  }
}
