package org.epione.outbox.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits to be sent.
 *
 * @param oldest when the longest waiting message was written
 */
public record Backlog(long messages, Optional<Instant> oldest) {}
