package org.epione.ledger.connector.store;

import java.time.Instant;

/**
 * Who makes a hospital's blocks.
 *
 * @param server names one run of one server
 * @param epoch grows by one each time the lease is taken
 * @param taken when it was taken, by the database's clock
 * @param expires until when it is held unless renewed, by the database's clock
 */
public record LeaseRow(String server, long epoch, Instant taken, Instant expires) {}
