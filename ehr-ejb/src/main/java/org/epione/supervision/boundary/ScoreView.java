package org.epione.supervision.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A score and the records that it comes from.
 *
 * @param name who has it; empty where only the pseudo-identity is known
 * @param pid pseudo-identity, in hex
 * @param hospital whether it is the hospital's own
 * @param points now
 * @param expelledAt since when a doctor is expelled, or the hospital suspended
 * @param readmissionAsked whether a request to be readmitted waits for its decision
 * @param movements latest first
 */
public record ScoreView(
    Optional<String> name,
    String pid,
    boolean hospital,
    int points,
    Optional<Instant> expelledAt,
    boolean readmissionAsked,
    List<MovementView> movements) {}
