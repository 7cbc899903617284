package org.epione.ledger.connector;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.WitnessRow;

/**
 * Looks every second for what is due on the chains made here: waiting records, blocks to offer
 * again, heads to offer to witnesses, and to compare as one. Most blocks are made sooner, by the
 * message that brought their records.
 */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class BlockMakerTimer {

  /** The database's schema may still be on its way when this module starts. */
  private static final long FIRST_MILLIS = 5_000;

  private static final long INTERVAL_MILLIS = 1_000;

  private static final Logger LOG = Logger.getLogger(BlockMakerTimer.class.getName());

  @Resource private TimerService timers;
  @EJB private Ledger ledger;

  private boolean failing;

  /** For the container. */
  public BlockMakerTimer() {}

  /** Called by the container. */
  @PostConstruct
  void start() {
    timers.createIntervalTimer(
        FIRST_MILLIS, INTERVAL_MILLIS, new TimerConfig("block maker", false));
  }

  /** Called by the container; another server on this database need not wait for the lease's end. */
  @PreDestroy
  void end() {
    try {
      ledger.hospitals().forEach(ledger::release);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> "leases are left to expire");
    }
  }

  /** Called by the container; a failure is said once, until it is over. */
  @Timeout
  void look() {
    boolean failed = false;
    try {
      for (String hospital : ledger.hospitals()) {
        failed |= !did(LedgerProblem.MAKER_FAILED, hospital, new DueSteps(ledger::step)::few);
        failed |= !did(LedgerProblem.OFFERS_FAILED, hospital, ledger::offerHead);
      }
      for (WitnessRow log : ledger.witnessed()) {
        failed |=
            !did(
                LedgerProblem.EXCHANGE_FAILED,
                log.hospital(),
                hospital -> ledger.exchangeHeads(log));
      }
    } catch (RuntimeException e) {
      failed = true;
      say(LedgerProblem.MAKER_FAILED, "no chain", e);
    }
    if (failing && !failed) {
      LOG.info("blocks are made again");
    }
    failing = failed;
  }

  private boolean did(LedgerProblem problem, String hospital, Consumer<String> work) {
    try {
      work.accept(hospital);
      return true;
    } catch (RuntimeException e) {
      say(problem, hospital, e);
      return false;
    }
  }

  private void say(LedgerProblem problem, String what, RuntimeException e) {
    LOG.log(failing ? Level.FINE : Level.WARNING, e, () -> problem.about(what));
  }
}
