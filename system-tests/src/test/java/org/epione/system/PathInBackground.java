package org.epione.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.epione.demo.DemonstrationData;
import org.epione.demo.MainPath;
import org.epione.demo.Player;
import org.epione.demo.Sharing;
import org.epione.demo.Stage;
import org.epione.demo.Step;
import org.epione.demo.Treatment;

/** Plays enrolment, registration and then one shared episode after another. */
final class PathInBackground {
  private static final Logger LOG = Logger.getLogger(PathInBackground.class.getName());
  private static final int ATTEMPTS = 2000;

  private final Stage stage;
  private final MainPath path;
  private final List<Treatment> treatments = new ArrayList<>();
  private final AtomicReference<String> step = new AtomicReference<>("before the first step");
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::play, "path");
  private volatile boolean enrolled;
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

  /** Waits until hospitals and staff are there, or the path has ended. */
  void awaitEnrolment() {
    stage
        .waiting()
        .untilTrue("the enrolment", "the path's log", () -> enrolled || !thread.isAlive());
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

  /** Waits until that step begins. */
  void await(String name) {
    stage
        .waiting()
        .untilTrue(name, "the path's log", () -> step.get().equals(name) || !thread.isAlive());
    if (!thread.isAlive()) {
      throw new IllegalStateException("The path ended before: " + name, failure.get());
    }
  }

  Exception failure() {
    return failure.get();
  }

  List<Treatment> treatments() {
    return treatments;
  }

  private void play() {
    DemonstrationData.Story story = stage.data().story("chest-pain");
    Player player = new Player(stage::works, stage.waiting(), LOG::info, ATTEMPTS);
    try {
      take(player, path.enrolment());
      enrolled = true;
      take(player, path.registration(List.of(stage.data().patient(story.patient()))));
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
