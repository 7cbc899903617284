package org.epione.ledger.connector;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.store.ArchiveRow;

/**
 * A closed epoch of a chain.
 *
 * @param number from 1
 * @param firstHeight height of its first block
 * @param lastHeight height of its last block; the next one is its closing
 * @param records number of records in it
 * @param closed when it was closed
 * @param anchor hash of the closing's block
 * @param state digest of the sealed state, as the closing names it; empty where the closing itself
 *     was moved away
 * @param archive where its records lie, if they were moved away
 */
public record EpochSummary(
    long number,
    long firstHeight,
    long lastHeight,
    long records,
    Instant closed,
    Digest anchor,
    Optional<Digest> state,
    Optional<ArchiveRow> archive) {}
