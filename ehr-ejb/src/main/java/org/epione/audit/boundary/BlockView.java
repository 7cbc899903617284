package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;

/**
 * A block in a list.
 *
 * @param types what its records are, in order
 * @param votes number of delegates who countersigned it
 * @param delegates number of delegates when it was made
 * @param votesNeeded two thirds of them
 */
public record BlockView(
    long height,
    String hash,
    Instant madeAt,
    List<String> types,
    int votes,
    int delegates,
    int votesNeeded) {

  public BlockView {
    types = List.copyOf(types);
  }
}
