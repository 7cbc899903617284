package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the heads of a chain's log are anchored.
 *
 * @param network where; absent while anchoring is off
 * @param account who pays
 * @param problem why what is due is not done
 * @param triedAt when the node was asked last
 * @param anchors newest first
 */
public record AnchoringView(
    Optional<String> network,
    Optional<String> account,
    Optional<String> problem,
    Optional<Instant> triedAt,
    List<AnchorView> anchors) {

  public AnchoringView {
    anchors = List.copyOf(anchors);
  }

  /** Whether there is something to show. */
  public boolean used() {
    return network.isPresent() || problem.isPresent() || !anchors.isEmpty();
  }
}
