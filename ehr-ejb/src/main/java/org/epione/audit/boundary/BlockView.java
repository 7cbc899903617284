package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;

/**
 * A block in a list.
 *
 * @param types what its records are, in order
 */
public record BlockView(long height, String hash, Instant madeAt, List<String> types) {

  public BlockView {
    types = List.copyOf(types);
  }
}
