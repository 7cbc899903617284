package org.epione.demo;

import jakarta.jms.JMSException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.epione.demo.client.PortalAway;
import org.epione.demo.client.Waiting;

/** Takes steps one after the other; a step during which the server went away is taken again. */
public final class Player {
  private final BooleanSupplier works;
  private final Waiting waiting;
  private final Consumer<String> log;
  private final int attempts;

  /**
   * A player.
   *
   * @param works whether the server works again, after it went away
   * @param log is told of steps that are taken again
   * @param attempts how often one step is taken at most
   */
  public Player(BooleanSupplier works, Waiting waiting, Consumer<String> log, int attempts) {
    this.works = works;
    this.waiting = waiting;
    this.log = log;
    this.attempts = attempts;
  }

  /** Takes all steps. */
  public void play(List<Step> steps) throws Exception {
    for (Step step : steps) {
      play(step);
    }
  }

  private void play(Step step) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        step.action().play();
        return;
      } catch (PortalAway | JMSException e) {
        if (attempt == attempts) {
          throw e;
        }
        log.accept("the server went away during: " + step.name() + "; waiting for it");
        waiting.aMoment("the portal to be back");
        waiting.untilTrue("the portal to be back", "the server's log", works::getAsBoolean);
      }
    }
  }
}
