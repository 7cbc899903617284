package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.block.ProposedBlock;

/**
 * A block that waits for the cloud's signature.
 *
 * @param block the block
 * @param sent when it was sent last
 * @param attempts how often it was sent
 * @param refusal why the cloud refused it last
 */
public record ProposalRow(
    ProposedBlock block, Instant sent, int attempts, Optional<String> refusal) {}
