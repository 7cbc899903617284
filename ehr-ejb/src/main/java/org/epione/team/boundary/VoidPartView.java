package org.epione.team.boundary;

import java.time.Instant;

/**
 * A signature that a return for correction made void.
 *
 * @param place of the doctor who had signed
 * @param returnedBy name of the doctor who sent the turn back
 */
public record VoidPartView(
    int place, String doctor, Instant signedAt, String returnedBy, Instant voidedAt) {}
