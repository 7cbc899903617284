package org.epione.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.epione.crypto.CryptoSuite;

/** Which pairing backend runs, and why if it is not the fast one; it tested itself at start. */
@Readiness
@ApplicationScoped
public class PairingHealth implements HealthCheck {

  @Inject private CryptoSuite crypto;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("pairing").up().withData("backend", crypto.pairingBackend());
    crypto.pairingBackendNotice().ifPresent(notice -> response.withData("notice", notice));
    return response.build();
  }
}
