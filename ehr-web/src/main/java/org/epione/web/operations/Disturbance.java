package org.epione.web.operations;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import org.epione.outbox.boundary.BrokerState;
import org.epione.platform.database.DatabaseWatch;
import org.jspecify.annotations.Nullable;

/** What is away right now, for pages to say so. */
@Named
@RequestScoped
public class Disturbance {

  @EJB private BrokerState broker;
  @EJB private DatabaseWatch database;

  private @Nullable Boolean databaseAway;

  /** Whether messages wait because the broker does not answer. Costs nothing to ask. */
  public boolean isBrokerAway() {
    return broker.state().filter(state -> !state.available()).isPresent();
  }

  /** Since when the broker does not answer, or null. */
  public @Nullable Instant getBrokerAwaySince() {
    return broker
        .state()
        .filter(state -> !state.available())
        .map(BrokerState.State::since)
        .orElse(null);
  }

  /** Whether the database does not answer: asks it, so only for pages that show a failure. */
  public boolean isDatabaseAway() {
    if (databaseAway == null) {
      databaseAway = !answers();
    }
    return databaseAway;
  }

  private boolean answers() {
    try {
      return database.answers();
    } catch (EJBException unasked) {
      return false;
    }
  }
}
