package org.epione.operations.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.connector.ChainWriter;

/**
 * What is not on the chain yet, and who will see to it.
 *
 * @param records number of records that wait for a block
 * @param oldest since when the first of them waits
 * @param block height of a block that waits for the cloud's signature
 * @param refusal why the cloud refused that block last
 * @param writer which server makes the blocks; absent before one did
 */
public record ChainWaiting(
    long records,
    Optional<Instant> oldest,
    Optional<Long> block,
    Optional<String> refusal,
    Optional<ChainWriter> writer) {}
