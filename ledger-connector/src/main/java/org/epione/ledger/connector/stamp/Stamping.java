package org.epione.ledger.connector.stamp;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.epione.ledger.connector.context.LeasedWork;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.LedgerTransactions;
import org.epione.ledger.connector.context.Standings;
import org.epione.ledger.connector.http.OutsideException;
import org.epione.ledger.connector.http.OutsideServer;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.port.StampService;
import org.epione.ledger.connector.store.OutsideService;
import org.epione.ledger.connector.store.StampRow;
import org.epione.ledger.stamp.BadStampException;
import org.epione.ledger.stamp.HeadStamp;
import org.epione.ledger.stamp.StampRequest;
import org.epione.ledger.transparency.Checkpoint;

/**
 * Has the newest head of each log stamped (RFC 3161) when it has grown and the interval since the
 * last stamp has passed. A stamp is verified before it is kept; blocks do not wait for it.
 */
public final class Stamping {

  private final LeasedWork book;
  private final StampService service;
  private final OutsideServer server;
  private final Standings standings;

  /**
   * By this service.
   *
   * @param patience how long an answer may take
   */
  public Stamping(LedgerTransactions transactions, StampService service, Duration patience) {
    this.book = new LeasedWork(transactions);
    this.service = service;
    this.server = new OutsideServer(service.address(), Map.of(), HeadStamp.MAX_LENGTH, patience);
    this.standings =
        new Standings(OutsideService.STAMP, LedgerProblem.STAMPING_FAILED, Duration.ZERO);
  }

  private record Task(Checkpoint head, StampRequest request) {}

  /** Does what is due for the log of this hospital, if this server is the one to do it. */
  public void step(String hospital) {
    book.ask(hospital, context -> due(context, hospital))
        .flatMap(task -> task)
        .ifPresent(task -> stamp(hospital, task));
  }

  private Optional<Task> due(LedgerContext context, String hospital) {
    Optional<StampRow> last = context.store().stamps().newest(hospital);
    boolean early = last.isPresent() && !context.hasPassed(service.interval(), last.get().kept());
    if (early || !standings.mayAsk(context, hospital)) {
      return Optional.empty();
    }
    return context
        .store()
        .checkpoints()
        .latest(hospital)
        .map(note -> Checkpoint.parse(note.text()))
        .filter(head -> head.size() > last.map(StampRow::size).orElse(0L))
        .map(head -> new Task(head, StampRequest.of(head, context.random())));
  }

  private void stamp(String hospital, Task task) {
    try {
      byte[] answer = server.post(StampRequest.TYPE, task.request().der());
      HeadStamp stamp = task.request().accept(answer, service.authorities());
      Instant time = stamp.verify(task.head(), service.authorities());
      book.change(hospital, context -> keep(context, hospital, task.head().size(), time, stamp));
    } catch (OutsideException | BadStampException e) {
      Optional<String> problem = Optional.ofNullable(e.getMessage());
      book.change(hospital, context -> standings.note(context, hospital, problem));
    }
  }

  private void keep(
      LedgerContext context, String hospital, long size, Instant time, HeadStamp stamp) {
    if (context.store().stamps().find(hospital, size).isEmpty()) {
      context.store().stamps().add(hospital, new StampRow(size, time, context.now(), stamp));
    }
    standings.note(context, hospital, Optional.empty());
  }
}
