package org.epione.ledger.connector;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.ledger.connector.store.AnchorState;

/**
 * A head that is anchored, or about to be.
 *
 * @param size number of records under it
 * @param network where
 * @param account sender of the transaction
 * @param transaction its hash: 0x and 64 hexadecimal digits
 * @param state how far it is
 * @param block height of the block that has it
 * @param confirmations of that block when it was last looked at
 * @param signed when it was signed first
 * @param confirmed since when it counts as settled
 */
public record LogAnchor(
    long size,
    String network,
    String account,
    String transaction,
    AnchorState state,
    OptionalLong block,
    long confirmations,
    Instant signed,
    Optional<Instant> confirmed) {}
