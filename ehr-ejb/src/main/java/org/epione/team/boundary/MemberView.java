package org.epione.team.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A doctor's place in a team.
 *
 * @param place from 1
 * @param confirmed whether the doctor has shown to hold the group key
 * @param signedAt when the doctor's part was signed, if it is there
 * @param hasTurn whether the turn is there now
 * @param lost why the turn is lost, if it is
 */
public record MemberView(
    int place,
    String doctor,
    boolean confirmed,
    Optional<Instant> signedAt,
    boolean hasTurn,
    Optional<Loss> lost) {}
