package org.epione.team.boundary;

import java.time.Instant;

/**
 * A draft that was kept.
 *
 * @param version what the next save has to name
 */
public record KeptDraft(int version, Instant keptAt) {}
