package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How a log stands with one of its witnesses.
 *
 * @param hospital code of the hospital whose log it is
 * @param witness code of the witness
 * @param known size from which the witness wants the next proof
 * @param cosigned size of the largest head that it cosigned; 0 before the first
 * @param cosignedAt when, by the witness's clock
 * @param offered size of the head that waits for its answer; 0 if none does
 * @param sent when that was sent last
 * @param attempts how often the log offered since the witness cosigned last
 * @param refusal why it refused last
 */
public record CosignerRow(
    String hospital,
    String witness,
    long known,
    long cosigned,
    Optional<Instant> cosignedAt,
    long offered,
    Instant sent,
    int attempts,
    Optional<String> refusal) {}
