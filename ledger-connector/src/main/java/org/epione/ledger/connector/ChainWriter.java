package org.epione.ledger.connector;

import java.time.Instant;

/**
 * The server that makes a chain's blocks, of those on this database.
 *
 * @param server its node's name and a random part, new at each start
 * @param since when it began, by the database's clock
 * @param current whether it is still heard of; if not, the next server that looks takes over
 */
public record ChainWriter(String server, Instant since, boolean current) {}
