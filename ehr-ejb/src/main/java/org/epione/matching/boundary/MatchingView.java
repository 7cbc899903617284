package org.epione.matching.boundary;

import java.util.List;
import java.util.Optional;

/**
 * Where a patient's matching stands.
 *
 * @param vault empty until she chose a matching password
 * @param search the one that runs
 * @param exchanges those that were begun, and those that can be now
 */
public record MatchingView(
    Optional<VaultView> vault, Optional<SearchView> search, List<ExchangeView> exchanges) {

  public MatchingView {
    exchanges = List.copyOf(exchanges);
  }
}
