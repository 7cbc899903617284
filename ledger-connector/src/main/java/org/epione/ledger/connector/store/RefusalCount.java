package org.epione.ledger.connector.store;

import java.time.Instant;

/**
 * How many records were refused for one reason.
 *
 * @param reason a code
 * @param count how many
 * @param last when the last of them was
 */
public record RefusalCount(String reason, long count, Instant last) {}
