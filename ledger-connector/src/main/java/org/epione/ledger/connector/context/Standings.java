package org.epione.ledger.connector.context;

import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.OutsideService;
import org.epione.ledger.connector.store.StandingRow;

/** When a server that is not ours is asked again, and what it did last. */
public final class Standings {

  private static final Logger LOG = Logger.getLogger(Standings.class.getName());

  private final OutsideService service;
  private final LedgerProblem trouble;
  private final Duration poll;

  /**
   * For one service.
   *
   * @param trouble what it is called when it does not do what is asked of it
   * @param poll how often it is asked while it does
   */
  public Standings(OutsideService service, LedgerProblem trouble, Duration poll) {
    this.service = service;
    this.trouble = trouble;
    this.poll = poll;
  }

  /** Whether the pause since the last question is over. */
  public boolean mayAsk(LedgerContext context, String hospital) {
    StandingRow last = context.store().standings().of(hospital, service);
    return context.hasPassed(
        last.attempts() == 0 ? poll : GrowingPause.after(last.attempts()), last.tried());
  }

  /** Keeps how it answered; trouble is logged once, until it is over. */
  public void note(LedgerContext context, String hospital, Optional<String> problem) {
    int before = context.store().standings().of(hospital, service).attempts();
    if (problem.isPresent() && before == 0) {
      LOG.warning(trouble.about(hospital + ": " + problem.get()));
    } else if (problem.isEmpty() && before > 0) {
      LOG.info("over for " + hospital + ": " + trouble.code());
    }
    context
        .store()
        .standings()
        .keep(
            hospital,
            service,
            new StandingRow(problem.isPresent() ? before + 1 : 0, context.now(), problem));
  }
}
