package org.epione.audit.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * How a witness follows a chain's log.
 *
 * @param code of the party
 * @param key verifies its cosignatures (C2SP tlog-cosignature)
 * @param size of the largest head that it cosigned; 0 before the first
 * @param behind number of records that its cosignature does not cover
 * @param refusal code of why it refused last, if it has not cosigned since
 */
public record WitnessView(
    String code,
    String name,
    String key,
    long size,
    Optional<Instant> cosignedAt,
    long behind,
    Optional<String> refusal) {}
