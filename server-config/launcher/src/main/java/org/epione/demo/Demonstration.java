package org.epione.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Story;
import org.epione.demo.client.Interrupted;
import org.epione.demo.client.Waiting;

/**
 * Plays the main job step by step, verifies what came of each, and says so. On a home where it was
 * played before it takes up what was left unfinished, or plays a new episode.
 */
public final class Demonstration {
  private static final int ATTEMPTS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stage stage;
  private final MainPath path;
  private final DoctorStations stations;
  private final Player player;
  private final Progress progress;

  private Demonstration(Stage stage, CryptoSuite crypto) {
    this.stage = stage;
    this.path = new MainPath(stage, crypto);
    this.stations = new DoctorStations(stage, crypto);
    this.progress = stage.progress();
    this.player = new Player(stage::works, stage.waiting(), progress::line, ATTEMPTS);
  }

  /**
   * Plays it.
   *
   * @return whether every step was verified
   */
  public static boolean play(Target target, PrintStream out) {
    Clock clock = Clock.systemUTC();
    Progress progress = new Progress(out, clock);
    try {
      SecureRandomSource random = new SecureRandomSource();
      AccountBook accounts = AccountBook.in(target.home(), random);
      accounts.enter(
          target.firstUserName(), target.firstPassword(), "first officer of the system manager");
      Stage stage =
          Stage.of(
              target,
              DemonstrationData.read(),
              accounts,
              new Waiting(clock, PATIENCE),
              progress,
              clock);
      new Demonstration(stage, CryptoSuite.create(random)).play();
      return true;
    } catch (Interrupted e) {
      progress.failed("Stopped. Start again to go on from here.", e);
      return false;
    } catch (Exception e) {
      progress.failed("The demonstration stopped here.", e);
      return false;
    }
  }

  private void play() throws Exception {
    Story shared = stage.data().story("chest-pain");
    Story refused = stage.data().story("back-pain");
    Story changed = stage.data().story("leg-swelling");
    progress.say(
        stage.accounts().entries().size() > 1
            ? "This home has data of an earlier run: what is there is kept, new episodes are played."
            : "An empty home: everything is played from the beginning.");
    progress.chapter("1  Hospitals and people");
    player.play(path.enrolment());
    player.play(path.stations(stations));
    progress.chapter("2  Patients arrive as HL7 messages");
    player.play(path.registration(stage.data().active(List.of(shared, refused, changed))));
    Treatment chestPain = new Treatment(stage, shared);
    Treatment backPain = new Treatment(stage, refused);
    progress.chapter("3  Episode " + shared.name() + ": a team signs in order");
    player.play(path.treatment(chestPain));
    progress.chapter("4  A doctor elsewhere reads it, with consent only");
    player.play(path.sharing(new Sharing(stage, chestPain)));
    progress.chapter(
        "5  Episode " + refused.name() + ": by appointment; the patient refuses to share it");
    player.play(path.appointment(backPain));
    player.play(path.treatment(backPain));
    player.play(path.refusal(new Sharing(stage, backPain)));
    progress.chapter(
        "6  Episode " + changed.name() + ": a mistake is corrected, and a doctor is left out");
    Treatment legSwelling = new Treatment(stage, changed);
    player.play(path.treatment(legSwelling));
    progress.chapter("7  An emergency: her records are opened without her, and it is reviewed");
    player.play(path.emergency(new BrokenGlass(stage, legSwelling)));
    progress.chapter("8  Patients of two hospitals with the same symptom find each other");
    player.play(path.sameSymptom());
    progress.chapter("9  The auditor checks");
    player.play(path.finality(stations));
    player.play(path.checks(List.of(chestPain, backPain, legSwelling)));
    progress.table();
    accounts();
  }

  private void accounts() throws IOException {
    progress.say("");
    progress.say("Portal: " + stage.portal().portal());
    progress.say("Accounts (also in " + stage.accounts().file() + "):");
    for (AccountBook.Entry entry : stage.accounts().entries()) {
      progress.account(entry);
    }
    for (Hospital hospital : stage.data().hospitals()) {
      progress.say(
          "Other patients of "
              + hospital.name()
              + " are registered; their activation codes are with its registrar.");
    }
  }
}
