package org.epione.ledger.connector;

import java.util.function.BiPredicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.ledger.connector.making.Offer;

/**
 * What is due on a chain, one transaction after the other. Where a step fails in which a cloud that
 * is hosted here might answer at once, the block is offered to it by message: the step commits, the
 * lease is kept, and what is wrong with the cloud stands at its failed messages.
 */
final class DueSteps {

  /** More is left to the next look, so that other chains have their turn. */
  private static final int FEW = 4;

  private static final Logger LOG = Logger.getLogger(DueSteps.class.getName());

  private final BiPredicate<String, Offer> step;

  /**
   * The steps of these chains.
   *
   * @param step does the next thing on the chain of a hospital in a transaction, and says whether
   *     there is more
   */
  DueSteps(BiPredicate<String, Offer> step) {
    this.step = step;
  }

  /** Goes on until there is nothing more to do now. */
  void all(String hospital) {
    make(hospital, Integer.MAX_VALUE);
  }

  /** Does a few, if so many are due. */
  void few(String hospital) {
    make(hospital, FEW);
  }

  private void make(String hospital, int most) {
    boolean more = true;
    for (int i = 0; i < most && more; i++) {
      more = next(hospital);
    }
  }

  private boolean next(String hospital) {
    try {
      return step.test(hospital, Offer.AT_ONCE);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> "step of " + hospital + " is tried by message");
      return step.test(hospital, Offer.BY_MESSAGE);
    }
  }
}
