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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.ledger.connector.anchor.Anchoring;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.ledger.connector.port.Anchorage;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.port.StampOffice;
import org.epione.ledger.connector.port.StampService;
import org.epione.ledger.connector.stamp.Stamping;
import org.jspecify.annotations.Nullable;

/**
 * Looks every five seconds for what is due with servers that are not ours, if there are any: the
 * network where checkpoints are anchored, the time stamp authority. Apart from the block maker's
 * timer, which does not wait for them.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class OutsideTimer {

  /** The database's schema may still be on its way when this module starts. */
  private static final long FIRST_MILLIS = 10_000;

  private static final long INTERVAL_MILLIS = 5_000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(OutsideTimer.class.getName());

  @Resource private TimerService timers;
  @EJB private Ledger ledger;
  @EJB private Anchorage anchorage;
  @EJB private StampOffice stamps;

  private @Nullable List<Consumer<String>> steps;
  private boolean failing;

  /** For the container. */
  public OutsideTimer() {}

  /** Called by the container. */
  @PostConstruct
  void start() {
    timers.createIntervalTimer(
        FIRST_MILLIS, INTERVAL_MILLIS, new TimerConfig("anchors and time stamps", false));
  }

  /** Called by the container; a failure is said once, until it is over. */
  @Timeout
  void look(Timer timer) {
    boolean failed = false;
    try {
      List<Consumer<String>> due = steps();
      if (due.isEmpty()) {
        timer.cancel();
      }
      for (String hospital : due.isEmpty() ? List.<String>of() : ledger.hospitals()) {
        for (Consumer<String> step : due) {
          failed |= !did(step, hospital);
        }
      }
    } catch (RuntimeException e) {
      failed = true;
      say("this server", e);
    }
    failing = failed;
  }

  private boolean did(Consumer<String> step, String hospital) {
    try {
      step.accept(hospital);
      return true;
    } catch (RuntimeException e) {
      say(hospital, e);
      return false;
    }
  }

  private void say(String what, RuntimeException e) {
    LOG.log(
        failing ? Level.FINE : Level.WARNING, e, () -> LedgerProblem.OUTSIDE_FAILED.about(what));
  }

  /** None while nothing is set up, which a server finds out once. */
  private List<Consumer<String>> steps() {
    List<Consumer<String>> known = steps;
    if (known == null) {
      known = new ArrayList<>();
      anchorage.network().map(this::anchoring).ifPresent(known::add);
      stamps.service().map(this::stamping).ifPresent(known::add);
      steps = known;
    }
    return known;
  }

  private Consumer<String> anchoring(AnchorNetwork network) {
    String account = anchorage.account();
    LOG.info(() -> "checkpoints are anchored in " + network + " by the account " + account);
    return new Anchoring(ledger::inTransaction, network, anchorage, PATIENCE)::step;
  }

  private Consumer<String> stamping(StampService service) {
    return new Stamping(ledger::inTransaction, service, PATIENCE)::step;
  }
}
