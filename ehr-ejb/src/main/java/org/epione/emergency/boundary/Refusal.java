package org.epione.emergency.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether a patient refuses emergencies.
 *
 * @param prepared whether shares of her key are kept, so that an emergency is possible
 * @param changed when she last decided
 * @param secondDestroyed when the system manager destroyed its share, as it says
 */
public record Refusal(
    boolean refused,
    boolean prepared,
    Optional<Instant> changed,
    Optional<Instant> secondDestroyed) {}
