package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.epione.demo.MainPath;
import org.epione.demo.Player;
import org.epione.demo.Stage;
import org.epione.demo.client.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The server is killed and started again while people of several roles, and strangers, ask without
 * a pause, from its first moment on: until the application is there nobody is answered by it, and
 * from then on nobody is ever told that she may not do what she may, nor let in where she may not.
 * {@code -Depione.startup.restarts} says how often.
 */
@Execution(ExecutionMode.CONCURRENT)
class StartupIT {
  private static final Logger LOG = Logger.getLogger(StartupIT.class.getName());
  // Longer than a start of the server takes on a busy machine.
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final int ATTEMPTS = 3;

  @Test
  void people_shouldNeverBeRefused_whenServerStartsWhileTheyAsk() throws Exception {
    int restarts = Integer.getInteger("epione.startup.restarts", 0);
    assumeTrue(restarts > 0, "takes minutes; runs with -Depione.startup.restarts=1");
    Installation installation = Installation.create("startup");
    RunningServer server = installation.start();
    try {
      Stage stage = World.stage(installation, PATIENCE);
      new Player(stage::works, stage.waiting(), LOG::info, ATTEMPTS)
          .play(new MainPath(stage, World.crypto()).enrolment());
      for (int restart = 1; restart <= restarts; restart++) {
        server.kill();
        List<Asker> crowd = crowd(installation);
        crowd.forEach(Asker::start);
        server = RunningServer.launch(installation);
        for (Asker asker : crowd) {
          asker.join();
        }
        LOG.info("restart " + restart + ": " + crowd);
        assertThat(crowd).allMatch(Asker::served);
        assertThat(crowd).flatExtracting(Asker::wrong).as("restart " + restart).isEmpty();
      }
    } finally {
      server.close();
    }
  }

  /** Its log gets the words that Payara wrote when its own services disturbed each other. */
  @Test
  void server_shouldBeStartedAgain_whenItDidNotStartItself() throws Exception {
    Installation installation = Installation.create("again");
    try (RunningServer server = RunningServer.launch(installation)) {
      long first = server.processId();
      new Waiting(Clock.systemUTC(), PATIENCE)
          .untilTrue("the first lines", "the log", () -> Files.exists(server.log()));
      Files.writeString(
          server.log(),
          "Caused by: org.glassfish.embeddable.GlassFishException: Server failed to start\n",
          StandardOpenOption.APPEND);
      server.awaitReady();

      assertThat(server.processId()).isNotEqualTo(first);
      assertThat(ProcessHandle.of(first)).isEmpty();
      assertThat(RawRequest.get("/ehr/sign-in.xhtml").send(installation).status()).isEqualTo(200);
    }
  }

  private static List<Asker> crowd(Installation installation) throws IOException {
    List<Asker> crowd = new ArrayList<>();
    crowd.add(asker(installation, Role.SYSTEM_MANAGER, "api/hospitals", "api/auditors"));
    crowd.add(asker(installation, Role.ADMINISTRATOR, "api/staff", "administrator/staff.xhtml"));
    crowd.add(asker(installation, Role.REGISTRAR, "api/episodes", "registrar/patients.xhtml"));
    crowd.add(
        asker(installation, Role.DOCTOR, "api/record-requests", "api/turns", "doctor/inbox.xhtml"));
    crowd.add(Asker.stranger(installation, PATIENCE, 401, "api/episodes"));
    crowd.add(Asker.stranger(installation, PATIENCE, 302, "doctor/inbox.xhtml"));
    return crowd;
  }

  private static Asker asker(Installation installation, Role role, String... paths)
      throws IOException {
    return Asker.person(installation, PATIENCE, role, paths);
  }
}
