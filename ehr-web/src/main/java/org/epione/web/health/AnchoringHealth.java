package org.epione.web.health;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.epione.ledger.connector.AnchoringStatus;
import org.epione.ledger.connector.ChainSummary;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.LogAnchors;

/** Says how anchoring is doing. Ready all the same: nothing waits for somebody else's network. */
@Readiness
@ApplicationScoped
public class AnchoringHealth implements HealthCheck {

  @EJB private Chains chains;
  @EJB private LogAnchors anchors;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("anchoring").up();
    try {
      for (ChainSummary chain : chains.chains()) {
        response.withData(chain.hospital(), text(anchors.of(chain.hospital())));
      }
    } catch (EJBException databaseAway) {
      response.withData("anchors", "cannot be read");
    }
    return response.build();
  }

  private static String text(AnchoringStatus status) {
    String newest =
        status.anchors().stream()
            .findFirst()
            .map(anchor -> "size " + anchor.size() + " " + anchor.state())
            .orElse("nothing yet");
    return status
        .problem()
        .map(problem -> newest + "; " + problem)
        .orElseGet(() -> status.network().map(on -> newest + " in " + on).orElse("off"));
  }
}
