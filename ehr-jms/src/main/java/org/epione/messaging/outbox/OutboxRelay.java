package org.epione.messaging.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.crypto.random.RandomSource;
import org.epione.outbox.boundary.BrokerState;
import org.epione.outbox.boundary.OutboxDelivery;
import org.epione.platform.database.DatabaseWatch;
import org.epione.settings.Settings;

/**
 * Sends what the outbox holds: at once after a commit, and every second whatever was missed. One
 * round at a time; each reads, sends, and only then removes, so a crash can repeat a message, never
 * lose one.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxRelay {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class.getName());

  /** A little longer than the broker's client waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Resource(lookup = "java:app/jms/EpioneConnectionFactory")
  private ConnectionFactory connectionFactory;

  @Resource private ManagedThreadFactory threads;

  @EJB private OutboxDelivery delivery;

  @EJB private BrokerState broker;

  @EJB private DatabaseWatch database;

  @Inject private Settings settings;

  @Inject private RandomSource random;

  @Inject private Clock clock;

  @SuppressWarnings("NullAway.Init") // set when the container starts it
  private RelayRounds rounds;

  @SuppressWarnings("NullAway.Init") // set when the container starts it
  private RelayThread thread;

  private boolean failing;

  /** Called by the container. */
  @PostConstruct
  void start() {
    // Distinct for each process: two on one database share a node's name.
    String instance = settings.node() + "-" + HexFormat.of().formatHex(random.bytes(8));
    rounds = new RelayRounds(instance, connectionFactory, delivery, broker, clock);
    thread = new RelayThread(threads, this::turn);
    delivery.onCommit(thread::wake);
  }

  /** Called by the container. */
  @PreDestroy
  void stop() {
    if (!thread.stop(PATIENCE)) {
      LOG.warning("the outbox is still waiting for the broker or the database; it ends afterwards");
    }
    rounds.release();
  }

  /**
   * Sends what a lost signal left behind, and finds out whether the broker answers. The thread
   * starts here, because a server runs timers only once it has started the whole application.
   */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void tick() {
    thread.ensureStarted();
    thread.wake();
  }

  /** On the relay's thread only. */
  private void turn() {
    try {
      // Asked first, because a server logs each failure of a bean at length.
      if (database.answers()) {
        rounds.sendAll(thread::isStopping);
        failing = false;
      } else if (!failing) {
        failing = true;
        LOG.warning("the database does not answer; the outbox waits for it");
      }
    } catch (RuntimeException databaseWentAway) {
      if (!failing) {
        failing = true;
        LOG.log(Level.WARNING, "the outbox could not be relayed; trying again", databaseWentAway);
      }
    }
  }
}
