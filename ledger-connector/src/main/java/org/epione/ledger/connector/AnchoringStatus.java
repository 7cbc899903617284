package org.epione.ledger.connector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the heads of a log are anchored.
 *
 * @param network where; absent while anchoring is off
 * @param account who pays: 0x and 40 hexadecimal digits
 * @param problem why what is due is not done, for people
 * @param tried when the node was asked last
 * @param anchors the newest first, of other networks too
 */
public record AnchoringStatus(
    Optional<String> network,
    Optional<String> account,
    Optional<String> problem,
    Optional<Instant> tried,
    List<LogAnchor> anchors) {}
