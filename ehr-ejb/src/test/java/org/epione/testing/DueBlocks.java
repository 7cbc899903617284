package org.epione.testing;

import org.epione.ledger.connector.Ledger;
import org.epione.ledger.connector.making.Offer;

/** What a server's message bean and timer do for a chain. */
public final class DueBlocks {

  private DueBlocks() {}

  /** Makes blocks until nothing more is due. */
  public static void make(Ledger ledger, String hospital) {
    boolean more = true;
    while (more) {
      more = ledger.step(hospital, Offer.AT_ONCE);
    }
  }
}
