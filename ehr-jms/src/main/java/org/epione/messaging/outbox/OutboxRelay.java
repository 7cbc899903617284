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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
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

  @Resource(lookup = "java:app/jms/EpioneConnectionFactory")
  private ConnectionFactory connectionFactory;

  @Resource private ManagedExecutorService executor;

  @EJB private OutboxDelivery delivery;

  @EJB private BrokerState broker;

  @EJB private DatabaseWatch database;

  @Inject private Settings settings;

  @Inject private RandomSource random;

  @Inject private Clock clock;

  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicBoolean failing = new AtomicBoolean();

  @SuppressWarnings("NullAway.Init") // set when the container starts it
  private RelayRounds rounds;

  /** Called by the container. */
  @PostConstruct
  void start() {
    // Distinct for each process: two on one database share a node's name.
    String instance = settings.node() + "-" + HexFormat.of().formatHex(random.bytes(8));
    rounds = new RelayRounds(instance, connectionFactory, delivery, broker, clock);
    delivery.onCommit(this::kick);
  }

  /** Called by the container. */
  @PreDestroy
  void stop() {
    stopping.set(true);
    rounds.release();
  }

  /** Sends what a lost signal left behind, and finds out whether the broker answers. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void tick() {
    kick();
  }

  private void kick() {
    wanted.set(true);
    if (stopping.get() || !running.compareAndSet(false, true)) {
      return;
    }
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException stoppingOrFull) {
      running.set(false);
      LOG.log(Level.FINE, "the next tick will send", stoppingOrFull);
    }
  }

  private void run() {
    try {
      // Asked first, because a server logs each failure of a bean at length.
      if (database.answers()) {
        while (wanted.getAndSet(false) && !stopping.get()) {
          rounds.sendAll();
        }
        failing.set(false);
      } else if (!failing.getAndSet(true)) {
        LOG.warning("the database does not answer; the outbox waits for it");
      }
    } catch (RuntimeException databaseWentAway) {
      if (!failing.getAndSet(true)) {
        LOG.log(Level.WARNING, "the outbox could not be relayed; trying again", databaseWentAway);
      }
    } finally {
      running.set(false);
    }
    // A signal between the last look and running=false would be lost until the next tick.
    if (wanted.get() && !failing.get()) {
      kick();
    }
  }
}
