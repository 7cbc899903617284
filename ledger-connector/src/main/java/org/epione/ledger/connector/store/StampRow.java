package org.epione.ledger.connector.store;

import java.time.Instant;
import org.epione.ledger.stamp.HeadStamp;

/**
 * A time stamp on a head.
 *
 * @param size number of records under it
 * @param time by the authority's clock
 * @param kept by the clock of this server
 * @param stamp was verified before it was kept
 */
public record StampRow(long size, Instant time, Instant kept, HeadStamp stamp) {}
