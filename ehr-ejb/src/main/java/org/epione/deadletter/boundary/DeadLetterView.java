package org.epione.deadletter.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that could not be handled, as an administrator sees it: never its content.
 *
 * @param queue where it came from
 * @param type the envelope's type, or a dash
 * @param receiver the party it was for, or a dash
 * @param reason why handling failed last
 * @param attempts how often handling was tried, replays before included; 0 where none was noted
 */
public record DeadLetterView(
    long id,
    String queue,
    String type,
    String receiver,
    String reason,
    int attempts,
    int size,
    Instant arrived,
    DeadLetterState state,
    Optional<Instant> decided,
    Optional<String> decisionReason) {}
