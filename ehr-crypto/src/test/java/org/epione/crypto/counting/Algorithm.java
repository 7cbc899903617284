package org.epione.crypto.counting;

import java.util.Map;

/**
 * An algorithm to be counted, with everything ready that it needs.
 *
 * @param row its name in the table
 * @param sizes value of each letter in the table's formulas, as n for the number of signers
 * @param action runs it
 */
public record Algorithm(String row, Map<String, Integer> sizes, Runnable action) {

  /** One whose cost does not depend on a size. */
  public static Algorithm of(String row, Runnable action) {
    return new Algorithm(row, Map.of(), action);
  }

  @Override
  public String toString() {
    return row + ' ' + sizes;
  }
}
