package org.epione.operations.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * What is not on the chain yet.
 *
 * @param records number of records that wait for a block
 * @param oldest since when the first of them waits
 * @param block height of a block that waits for the cloud's signature
 * @param refusal why the cloud refused that block last
 */
public record ChainWaiting(
    long records, Optional<Instant> oldest, Optional<Long> block, Optional<String> refusal) {}
