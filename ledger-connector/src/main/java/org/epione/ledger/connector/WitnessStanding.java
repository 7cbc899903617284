package org.epione.ledger.connector;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.transparency.NoteKey;

/**
 * How one witness of a log follows it.
 *
 * @param witness code of the witness
 * @param key verifies its cosignatures
 * @param size of the largest head that it cosigned; 0 before the first
 * @param cosignedAt when, by its clock
 * @param behind number of records of the newest head that are not under that one
 * @param refusal code of why it refused last, if it has not cosigned since
 */
public record WitnessStanding(
    String witness,
    NoteKey key,
    long size,
    Optional<Instant> cosignedAt,
    long behind,
    Optional<String> refusal) {}
