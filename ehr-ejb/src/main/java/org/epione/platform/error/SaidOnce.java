package org.epione.platform.error;

import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What fails again and again is said once, until it succeeds: for work that is repeated in the
 * background. For one thread at a time.
 */
public final class SaidOnce {

  private final Logger log;
  private final Set<String> failing = new HashSet<>();

  /** Says it in this log. */
  public SaidOnce(Logger log) {
    this.log = log;
  }

  /**
   * Does {@code work}; what it throws is logged, as a warning the first time.
   *
   * @param failure what does not go on then; names the work
   */
  public void attempt(String failure, Runnable work) {
    try {
      work.run();
      failing.remove(failure);
    } catch (RuntimeException e) {
      log.log(failing.add(failure) ? Level.WARNING : Level.FINE, e, () -> failure);
    }
  }
}
