package org.epione.ledger.connector.store;

import java.time.Instant;

/**
 * How many records were put into blocks in an hour.
 *
 * @param hour its beginning, full in UTC
 */
public record HourCount(Instant hour, long records) {}
