package org.epione.forgetting.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.platform.erasure.Erased;

/**
 * A step.
 *
 * @param entries how many were destroyed or emptied
 * @param done when; empty while it waits
 */
public record ErasedView(Erased what, int entries, Optional<Instant> done) {}
