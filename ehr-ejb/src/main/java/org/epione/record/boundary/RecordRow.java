package org.epione.record.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a patient's list of records.
 *
 * @param id EID in hex
 * @param state name of the state
 * @param reason why it was rejected
 * @param appends of an addendum, the reference of the record that it adds to
 */
public record RecordRow(
    String id,
    String reference,
    String hospital,
    String state,
    Optional<String> reason,
    Instant sealedAt,
    long bytes,
    Optional<String> appends) {}
