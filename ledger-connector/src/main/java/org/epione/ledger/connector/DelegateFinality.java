package org.epione.ledger.connector;

import java.util.OptionalLong;

/**
 * How far two thirds of the delegates have come on a chain.
 *
 * @param height last block that they countersigned; it and all below are final by delegates
 * @param delegates number of delegates now
 * @param stations number of those who have a station
 * @param needed number of countersignatures that a block needs now
 */
public record DelegateFinality(OptionalLong height, int delegates, int stations, int needed) {

  /** Whether so few have a station that no new block becomes final by delegates. */
  public boolean isOutOfReach() {
    return stations < needed;
  }
}
