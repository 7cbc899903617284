package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.logging.Logger;
import org.epione.demo.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The server's process is killed (SIGKILL) again and again while the path is played, and started
 * again: the path goes on, nothing that was acknowledged is lost, nothing happens twice, and the
 * chain verifies. Beside the path, patients are registered all the time. {@code
 * -Depione.kill.rounds} says how often, {@code -Depione.kill.seed} repeats the moments of an
 * earlier run.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillIT {
  private static final Logger LOG = Logger.getLogger(KillIT.class.getName());
  // Longer than a start of the server takes on a busy machine.
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final int LONGEST_PAUSE_MILLIS = 20_000;

  private record Round(int number, long pauseMillis, String during, long backMillis) {}

  @Test
  void path_shouldGoOnWithNothingLostOrDoubled_whenServerIsKilledAtRandomMoments()
      throws Exception {
    int rounds = Integer.getInteger("epione.kill.rounds", 3);
    Long given = Long.getLong("epione.kill.seed");
    long seed = given == null ? System.nanoTime() : given;
    Installation installation = Installation.create("kill");
    Stage stage = World.stage(installation, PATIENCE);
    PathInBackground path = new PathInBackground(stage);
    AcknowledgedRegistrations registrations = new AcknowledgedRegistrations(installation);
    List<Round> table = new ArrayList<>();
    Random random = new Random(seed);
    RunningServer server = installation.start();
    try {
      path.start();
      for (int round = 1; round <= rounds && path.running(); round++) {
        long pause = random.nextInt(LONGEST_PAUSE_MILLIS);
        if (round > 1) {
          // The first kill may meet the enrolment; the others meet registrations as well.
          path.awaitEnrolment();
          registrations.start();
        }
        path.joinFor(pause);
        String during = path.step();
        server.kill();
        long killed = System.nanoTime();
        server = installation.start();
        table.add(new Round(round, pause, during, (System.nanoTime() - killed) / 1_000_000));
      }
      path.join();
      registrations.stop();
      assertThat(path.failure()).as("the path, seed " + seed + ": " + table).isNull();
      assertThat(table).as("rounds before the path was complete").hasSize(rounds);
      Completeness.check(stage, path.treatments());
      registrations.check();
    } finally {
      report(seed, registrations.toString(), table);
      server.close();
    }
  }

  private static void report(long seed, String registrations, List<Round> table)
      throws IOException {
    StringBuilder text = new StringBuilder("kill -9, seed " + seed + ", " + registrations + "\n");
    text.append("round  killed after  back after  during\n");
    for (Round round : table) {
      text.append(
          String.format(
              Locale.ROOT,
              "%5d  %9d ms  %7d ms  %s%n",
              round.number(),
              round.pauseMillis(),
              round.backMillis(),
              round.during()));
    }
    Files.writeString(
        Path.of(System.getProperty("epione.target")).resolve("kill-rounds.txt"), text);
    LOG.info(text::toString);
  }
}
