package org.epione.benchmark.portal;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.MainPath;
import org.epione.demo.Stage;
import org.epione.demo.Step;
import org.epione.demo.Treatment;
import org.epione.demo.client.Interrupted;
import org.jspecify.annotations.Nullable;

/** The main path, one episode after another, beside the load: what is begun has to become final. */
final class Episodes {

  /**
   * What became of them.
   *
   * @param begun how many were opened
   * @param completed how many of these are sealed, stored and on the chain
   */
  record Ended(int begun, long completed) {}

  private final Stage stage;
  private final MainPath path;
  private List<Treatment> treatments = new ArrayList<>();
  private volatile boolean enough;
  private @Nullable Thread thread;

  /** On that stage. */
  Episodes(Stage stage) {
    this.stage = stage;
    this.path = new MainPath(stage, CryptoSuite.create(new SecureRandomSource()));
  }

  /** Begins to play. */
  void begin() {
    treatments = new ArrayList<>();
    enough = false;
    thread = new Thread(this::play, "episodes");
    thread.start();
  }

  /** Lets the one that is played be the last, and waits for it. */
  Ended end() throws InterruptedException {
    enough = true;
    if (thread != null) {
      thread.join();
    }
    return new Ended(
        treatments.size(), treatments.stream().filter(each -> each.episode().complete()).count());
  }

  private void play() {
    try {
      while (!enough) {
        Treatment treatment = new Treatment(stage, stage.data().story("chest-pain"));
        treatments.add(treatment);
        for (Step step : path.treatment(treatment)) {
          step.action().play();
        }
      }
    } catch (Interrupted stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception lost) {
      // Counted by its absence among the completed; said so that one can look.
      System.err.println("an episode stopped: " + lost);
    }
  }
}
