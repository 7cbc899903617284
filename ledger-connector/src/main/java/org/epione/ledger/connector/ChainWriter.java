package org.epione.ledger.connector;

import java.time.Instant;

/**
 * The server that makes a chain's blocks, of those on this database.
 *
 * @param server its node's name and a random part, new at each start
 * @param since when it began, by the database's clock
 * @param current whether it is still heard of; if not, the next server that looks takes over
 * @param agreed whether the cloud has confirmed to it where the chain ends; until then it makes no
 *     block
 */
public record ChainWriter(String server, Instant since, boolean current, boolean agreed) {}
