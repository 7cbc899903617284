package org.epione.web.health;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.ChainWriter;
import org.epione.ledger.connector.Chains;

/** Ready while no record has waited for its block for more than ten minutes. */
@Readiness
@ApplicationScoped
public class ChainHealth implements HealthCheck {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  @EJB private Chains chains;

  @Inject private Clock clock;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("chain");
    List<ChainSummary> all;
    try {
      all = chains.chains();
    } catch (EJBException databaseAway) {
      return response.down().withData("chains", "cannot be read").build();
    }
    Instant latest = clock.instant().minus(LONGEST_WAIT);
    all.forEach(chain -> response.withData(chain.hospital(), text(chain)));
    return response
        .status(
            all.stream()
                .flatMap(chain -> chain.oldestPending().stream())
                .noneMatch(since -> since.isBefore(latest)))
        .build();
  }

  private static String text(ChainSummary chain) {
    return chain
        .writer()
        .filter(ChainWriter::current)
        .map(
            writer ->
                "height "
                    + chain.height()
                    + (writer.agreed() ? ", blocks by " : ", waits for the cloud's copy: ")
                    + writer.server())
        .orElse("height " + chain.height() + ", blocks by no server");
  }
}
