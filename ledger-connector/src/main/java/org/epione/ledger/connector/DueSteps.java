package org.epione.ledger.connector;

/** All that is due on a chain, one transaction after the other. */
final class DueSteps {

  private DueSteps() {}

  /** Goes on until there is nothing more to do now. */
  static void make(Ledger ledger, String hospital) {
    boolean more = true;
    while (more) {
      more = ledger.step(hospital);
    }
  }
}
