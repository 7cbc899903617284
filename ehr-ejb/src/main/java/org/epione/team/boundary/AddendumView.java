package org.epione.team.boundary;

import java.time.Instant;

/**
 * An addition to a final record.
 *
 * @param id EID in hex of its own episode
 * @param state name of the state of that
 * @param revocable whether the caller can take it back
 */
public record AddendumView(
    String id, String reference, String state, Instant openedAt, boolean revocable) {}
