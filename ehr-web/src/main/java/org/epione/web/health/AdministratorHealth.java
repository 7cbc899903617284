package org.epione.web.health;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.epione.account.boundary.FirstStart;
import org.epione.platform.error.ErrorCode;

/** Says when nobody can sign in yet because the first administrator was given no password. */
@Readiness
@ApplicationScoped
public class AdministratorHealth implements HealthCheck {

  @EJB private FirstStart first;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("administrator");
    try {
      if (first.hasAdministrator()) {
        return response.up().build();
      }
    } catch (EJBException databaseAway) {
      return response.down().withData("administrator", "cannot be read").build();
    }
    return response
        .down()
        .withData(
            "administrator",
            ErrorCode.NO_ADMINISTRATOR.code() + " " + ErrorCode.NO_ADMINISTRATOR.text())
        .build();
  }
}
