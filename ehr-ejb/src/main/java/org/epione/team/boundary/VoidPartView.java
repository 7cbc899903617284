package org.epione.team.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A signature that a return for correction, or a change of the team, made void.
 *
 * @param place of the doctor who had signed
 * @param returnedBy name of the doctor who sent the turn back; absent if the team was changed
 */
public record VoidPartView(
    int place, String doctor, Instant signedAt, Optional<String> returnedBy, Instant voidedAt) {}
