package org.epione.web.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.epione.outbox.boundary.BrokerState;

/** Ready while the relay reaches the broker, which it tries at least every ten seconds. */
@Readiness
@ApplicationScoped
public class BrokerHealth implements HealthCheck {

  @EJB private BrokerState broker;

  @Override
  public HealthCheckResponse call() {
    Optional<BrokerState.State> state = broker.state();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("broker")
            .status(state.map(BrokerState.State::available).orElse(false));
    state.ifPresent(
        known ->
            response
                .withData("since", known.since().toString())
                .withData("checked", known.checked().toString()));
    return response.build();
  }
}
