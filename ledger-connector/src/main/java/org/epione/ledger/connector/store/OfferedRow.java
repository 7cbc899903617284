package org.epione.ledger.connector.store;

import java.time.Instant;

/**
 * How a signed block was offered to the cloud that has not answered yet.
 *
 * @param sent when it was sent last
 * @param attempts how often it was sent
 */
public record OfferedRow(Instant sent, int attempts) {}
