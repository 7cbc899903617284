package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.epione.demo.Stage;
import org.epione.demo.client.BrokerAddress;
import org.epione.demo.client.PortalAnswer;
import org.epione.demo.client.PortalSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Broker and database as servers of their own, each of which is killed while the path is played and
 * stays away for {@code -Depione.outage.seconds}: the portal says so, and afterwards all goes on by
 * itself, with nothing lost, doubled or left among the failed messages.
 */
@Execution(ExecutionMode.CONCURRENT)
class OutageIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("epione.outage.seconds", 20));

  @Test
  void path_shouldGoOnByItself_whenBrokerAndDatabaseWereAway() throws Exception {
    int databasePort = Installation.freePort();
    int brokerPort = Installation.freePort();
    String password = UUID.randomUUID().toString();
    BrokerAddress address =
        new BrokerAddress(
            "tcp://127.0.0.1:" + brokerPort, StandaloneBroker.INTEGRATION_USER, password);
    Installation installation =
        Installation.create("outage", address)
            .with("EPIONE_DB_URL", "jdbc:h2:tcp://127.0.0.1:" + databasePort + "/./epione")
            .with("EPIONE_BROKER_URL", address.url())
            .with("EPIONE_BROKER_USER", StandaloneBroker.SERVER_USER)
            .with("EPIONE_BROKER_PASSWORD", password);
    try (ServiceProcess database =
            ServiceProcess.database(installation.home().resolve("h2-server"), databasePort);
        ServiceProcess broker =
            ServiceProcess.broker(installation.home().resolve("artemis"), brokerPort, password);
        RunningServer server = installation.start()) {
      Stage stage = World.stage(server.installation(), PATIENCE);
      PathInBackground path = new PathInBackground(stage);
      path.start();

      path.await("turn 2");
      Witness witness = new Witness(installation);
      broker.kill();
      witness.seesBrokerAway();
      witness.watchFor(OUTAGE);
      broker.restart();
      witness.seesReady();

      path.await("consent");
      database.kill();
      witness.seesDatabaseAway();
      witness.watchFor(OUTAGE);
      database.restart();
      witness.seesReady();

      path.join();
      assertThat(path.failure()).isNull();
      Completeness.check(stage, path.treatments());
    }
  }

  /** An administrator who is signed in all the time, and a monitoring system. */
  private static final class Witness {
    private static final String PAGE = "administrator/staff.xhtml";

    private final Stage stage;
    private final PortalSession administrator;

    /** To be made when the administrator has her account. */
    Witness(Installation installation) throws IOException {
      stage = World.stage(installation, PATIENCE);
      administrator = stage.as(stage.data().hospital("HOSPITAL-A").administrator().userName());
    }

    void seesBrokerAway() {
      sees("the broker's absence", "\"broker\",\"status\":\"DOWN\"");
      PortalAnswer page = administrator.ask("GET", PAGE, null);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.text()).contains("the broker cannot be reached");
    }

    void seesDatabaseAway() {
      sees("the database's absence", "\"database\",\"status\":\"DOWN\"");
      PortalAnswer answer = administrator.ask("GET", "api/staff", null);
      assertThat(answer.status()).as(answer.text()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("EHR-1025");
      PortalAnswer signIn =
          stage
              .portal()
              .stranger()
              .ask(
                  "POST",
                  "api/session",
                  Json.createObjectBuilder()
                      .add("userName", "anybody")
                      .add("password", "whatever it is")
                      .build());
      assertThat(signIn.code()).as(signIn.text()).isEqualTo("EHR-1025");
      PortalAnswer page = administrator.ask("GET", PAGE, null);
      assertThat(page.text()).contains("The database cannot be reached").doesNotContain("\tat ");
    }

    void seesReady() {
      stage.waiting().untilTrue("readiness", "/health/ready", () -> health().status() == 200);
    }

    /** During all that time the server does not claim to be ready. */
    void watchFor(Duration outage) {
      Instant end = stage.clock().instant().plus(outage);
      stage
          .waiting()
          .untilTrue(
              "the end of the outage",
              "the clock",
              () -> {
                assertThat(health().status()).isEqualTo(503);
                return stage.clock().instant().isAfter(end);
              });
    }

    private void sees(String what, String inHealth) {
      stage
          .waiting()
          .untilTrue(
              what,
              "/health/ready",
              () -> health().text().replaceAll("\\s", "").contains(inHealth));
    }

    private PortalAnswer health() {
      return stage.portal().stranger().ask("GET", "/health/ready", null);
    }
  }
}
