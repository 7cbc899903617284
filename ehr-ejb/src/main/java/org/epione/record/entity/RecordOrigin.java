package org.epione.record.entity;

import java.util.Optional;

/**
 * Where a record comes from.
 *
 * @param episode EID in hex
 * @param reference for people
 * @param appends EID in hex of the episode to whose record it adds
 */
public record RecordOrigin(
    String episode,
    String hospital,
    String cloud,
    String reference,
    String patientAccount,
    Optional<String> appends) {}
