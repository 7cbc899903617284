package org.epione.ledger.connector;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.connector.store.ArchiveRow;

/**
 * A closed epoch of a chain.
 *
 * @param number from 1
 * @param firstHeight height of its first block
 * @param lastHeight height of its last block; the next one is its closing
 * @param closed when it was closed
 * @param archive where its records lie, if they were moved away
 */
public record EpochSummary(
    long number, long firstHeight, long lastHeight, Instant closed, Optional<ArchiveRow> archive) {}
