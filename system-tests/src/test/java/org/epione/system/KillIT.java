package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.epione.demo.DemonstrationData;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.MainPath;
import org.epione.demo.Player;
import org.epione.demo.Sharing;
import org.epione.demo.Stage;
import org.epione.demo.Step;
import org.epione.demo.Treatment;
import org.epione.demo.client.AdministratorDesk.Member;
import org.epione.demo.client.AuditorDesk.Act;
import org.epione.demo.client.RegistrarDesk;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.junit.jupiter.api.Test;

/**
 * The server's process is killed (SIGKILL) again and again while the path is played, and started
 * again: the path goes on, nothing that was acknowledged is lost, nothing happens twice, and the
 * chain verifies. {@code -Depione.kill.rounds} says how often, {@code -Depione.kill.seed} repeats
 * the moments of an earlier run.
 */
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
    List<Round> table = new ArrayList<>();
    Random random = new Random(seed);
    RunningServer server = installation.start();
    try {
      path.start();
      for (int round = 1; round <= rounds && path.running(); round++) {
        long pause = random.nextInt(LONGEST_PAUSE_MILLIS);
        path.joinFor(pause);
        String during = path.step();
        server.kill();
        long killed = System.nanoTime();
        server = installation.start();
        table.add(new Round(round, pause, during, (System.nanoTime() - killed) / 1_000_000));
      }
      path.join();
      assertThat(path.failure()).as("the path, seed " + seed + ": " + table).isNull();
      assertThat(table).as("rounds before the path was complete").hasSize(rounds);
      assertNothingLostOrDoubled(stage, path.treatments());
    } finally {
      report(seed, table);
      server.close();
    }
  }

  private static void assertNothingLostOrDoubled(Stage stage, List<Treatment> treatments)
      throws IOException {
    DemonstrationData data = stage.data();
    for (Hospital hospital : data.hospitals()) {
      assertThat(stage.administrator(hospital).staff())
          .extracting(member -> member.account().displayName())
          .doesNotHaveDuplicates()
          .hasSize(1 + hospital.doctors().size());
      assertThat(stage.administrator(hospital).staff())
          .filteredOn(member -> member.role().equals("DOCTOR"))
          .allMatch(Member::enrolled);
      byte[] export = stage.auditor().exportChain(hospital.code());
      assertThat(
              new ChainVerifier(World.crypto())
                  .verify(new ByteArrayInputStream(export), ProgressListener.NONE)
                  .fault())
          .isEmpty();
      assertThat(stage.administrator(hospital).deadLetters()).isEmpty();
    }
    for (Patient patient : data.patients()) {
      RegistrarDesk desk = stage.registrar(data.hospital(patient.hospital()));
      assertThat(desk.patients(patient.number())).as(patient.number()).hasSize(1);
    }
    for (Treatment treatment : treatments) {
      List<Act> acts = stage.auditor().acts(treatment.story().hospital(), treatment.episodeId());
      assertThat(
              acts.stream()
                  .map(Act::act)
                  .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
          .containsEntry("EPISODE_OPENED", 1L)
          .containsEntry("DIAGNOSIS", 1L)
          .containsEntry("STORED", 1L)
          .containsEntry("ACCESS_REQUESTED", 1L)
          .containsEntry("CONSENT_GIVEN", 1L)
          .containsEntry("RE_ENCRYPTION_KEY_ISSUED", 1L)
          .containsEntry("CONSENT_WITHDRAWN", 1L);
    }
  }

  private static void report(long seed, List<Round> table) throws IOException {
    StringBuilder text = new StringBuilder("kill -9, seed " + seed + "\n");
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

  /** Plays enrolment, registration and then one shared episode after another. */
  private static final class PathInBackground {
    private static final int ATTEMPTS = 100;

    private final Stage stage;
    private final MainPath path;
    private final List<Treatment> treatments = new ArrayList<>();
    private final AtomicReference<String> step = new AtomicReference<>("before the first step");
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::play, "path");
    private volatile boolean enough;

    PathInBackground(Stage stage) {
      this.stage = stage;
      this.path = new MainPath(stage, World.crypto());
    }

    void start() {
      thread.start();
    }

    boolean running() {
      return thread.isAlive();
    }

    void joinFor(long millis) throws InterruptedException {
      thread.join(Math.max(1, millis));
    }

    /** Lets the episode that is being played be the last. */
    void join() throws InterruptedException {
      enough = true;
      thread.join();
    }

    String step() {
      return step.get();
    }

    Exception failure() {
      return failure.get();
    }

    List<Treatment> treatments() {
      return treatments;
    }

    private void play() {
      DemonstrationData.Story story = stage.data().story("chest-pain");
      Player player = new Player(stage.portal(), stage.waiting(), LOG::info, ATTEMPTS);
      try {
        take(player, path.enrolment());
        take(player, path.registration(List.of(story)));
        do {
          Treatment treatment = new Treatment(stage, story);
          take(player, path.treatment(treatment));
          take(player, path.sharing(new Sharing(stage, treatment)));
          treatments.add(treatment);
        } while (!enough);
      } catch (Exception e) {
        failure.set(e);
      }
    }

    private void take(Player player, List<Step> steps) throws Exception {
      for (Step next : steps) {
        step.set(next.name());
        player.play(List.of(next));
      }
    }
  }
}
