package org.epione.ledger.state;

/**
 * Where a record stands.
 *
 * @param height of its block
 * @param index within the block, from 0
 */
public record RecordPosition(long height, int index) {}
