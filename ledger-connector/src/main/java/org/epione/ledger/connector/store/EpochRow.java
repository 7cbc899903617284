package org.epione.ledger.connector.store;

import java.time.Instant;

/**
 * A closed epoch of one party's copy of a chain.
 *
 * @param holder code of the party whose copy it is
 * @param hospital code of the hospital whose chain it is
 * @param epoch its number, from 1
 * @param firstHeight height of its first block
 * @param lastHeight height of its last block; the next one is its closing
 * @param logSize number of records on the chain up to there
 * @param closed time of the closing's block
 */
public record EpochRow(
    String holder,
    String hospital,
    long epoch,
    long firstHeight,
    long lastHeight,
    long logSize,
    Instant closed) {}
