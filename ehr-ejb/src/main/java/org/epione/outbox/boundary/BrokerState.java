package org.epione.outbox.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.epione.platform.error.ErrorCode;

/**
 * Whether the broker answers, as this server instance last found; the relay tries at least every
 * ten seconds. Says so in the log once when it goes away and once when it is back.
 */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BrokerState {

  private static final Logger LOG = Logger.getLogger(BrokerState.class.getName());

  /**
   * What was found last.
   *
   * @param available whether the broker took a connection
   * @param since since when it is so
   * @param checked when it was tried last
   */
  public record State(boolean available, Instant since, Instant checked) {}

  @Inject private Clock clock;

  private final AtomicReference<Optional<State>> state = new AtomicReference<>(Optional.empty());

  /** What was found last; empty before the first try. */
  public Optional<State> state() {
    return Objects.requireNonNull(state.get());
  }

  /** The broker answers. */
  public void available() {
    if (change(true)) {
      LOG.info("the broker answers");
    }
  }

  /** The broker does not answer. */
  public void away(String problem) {
    if (change(false)) {
      LOG.warning(
          () -> ErrorCode.BROKER_AWAY.code() + " " + ErrorCode.BROKER_AWAY.text() + " " + problem);
    }
  }

  private boolean change(boolean available) {
    Instant now = clock.instant();
    Optional<State> before =
        state.getAndUpdate(
            known ->
                Optional.of(
                    new State(
                        available,
                        known.filter(s -> s.available() == available).map(State::since).orElse(now),
                        now)));
    return before.map(State::available).filter(was -> was == available).isEmpty();
  }
}
