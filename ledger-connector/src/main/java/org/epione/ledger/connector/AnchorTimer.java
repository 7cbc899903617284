package org.epione.ledger.connector;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.ledger.connector.anchor.Anchoring;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.Anchorage;
import org.epione.ledger.connector.port.LedgerProblem;
import org.jspecify.annotations.Nullable;

/**
 * Looks every five seconds for what is due in the network where checkpoints are anchored, if there
 * is one. Apart from the block maker's timer, which does not wait for somebody else's node.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class AnchorTimer {

  /** The database's schema may still be on its way when this module starts. */
  private static final long FIRST_MILLIS = 10_000;

  private static final long INTERVAL_MILLIS = 5_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(AnchorTimer.class.getName());

  @Resource private TimerService timers;
  @EJB private Ledger ledger;
  @EJB private Anchorage anchorage;

  private @Nullable Anchoring anchoring;
  private boolean failing;

  /** For the container. */
  public AnchorTimer() {}

  /** Called by the container. */
  @PostConstruct
  void start() {
    timers.createIntervalTimer(FIRST_MILLIS, INTERVAL_MILLIS, new TimerConfig("anchors", false));
  }

  /** Called by the container; a failure is said once, until it is over. */
  @Timeout
  void look(Timer timer) {
    try {
      Optional<Anchoring> network = anchoring();
      if (network.isEmpty()) {
        timer.cancel();
      }
      network.ifPresent(each -> ledger.hospitals().forEach(each::step));
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(
          failing ? Level.FINE : Level.WARNING,
          e,
          () -> LedgerProblem.ANCHORING_FAILED.about("this server"));
      failing = true;
    }
  }

  /** None while anchoring is off, which a server finds out once. */
  private Optional<Anchoring> anchoring() {
    if (anchoring == null) {
      anchoring = anchorage.network().map(this::begin).orElse(null);
    }
    return Optional.ofNullable(anchoring);
  }

  private Anchoring begin(AnchorNetwork network) {
    String account = anchorage.account();
    LOG.info(() -> "checkpoints are anchored in " + network + " by the account " + account);
    return new Anchoring(ledger::inTransaction, network, anchorage, PATIENCE);
  }
}
