package org.epione.team.boundary;

import java.time.Instant;

/**
 * Where a record of an episode stands on the chain.
 *
 * @param record id of the record in hex
 * @param height of its block
 * @param index within the block, from 0
 * @param time of the block
 */
public record BlockView(String record, long height, int index, Instant time) {}
