package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * One reading of a shared record, for the doctor who reads.
 *
 * @param state RECORDING, ASKED, DELIVERED, REFUSED or CLOSED
 * @param reason a {@link RefusalReason} or a code of the chain
 * @param openUntil until when a delivered record can be opened; after that it has to be read anew
 */
public record ReadingView(
    String id,
    String request,
    String state,
    Optional<String> reason,
    Instant begunAt,
    Instant changedAt,
    Optional<Instant> openUntil) {}
