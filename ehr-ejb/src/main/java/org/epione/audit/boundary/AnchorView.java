package org.epione.audit.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A head of a chain's log that is anchored, or about to be.
 *
 * @param size number of records under it
 * @param transaction its hash in the network
 * @param state code of how far it is
 * @param block height of the network's block that has it
 * @param confirmations of that block when it was last looked at
 */
public record AnchorView(
    long size,
    String network,
    String account,
    String transaction,
    String state,
    Optional<Long> block,
    long confirmations,
    Instant signedAt,
    Optional<Instant> confirmedAt) {}
