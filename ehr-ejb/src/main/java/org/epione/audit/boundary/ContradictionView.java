package org.epione.audit.boundary;

import java.time.Instant;

/**
 * Two heads that a hospital's log signed and that contradict each other.
 *
 * @param id names the evidence, in hexadecimal
 * @param witness code of who saw it
 * @param firstSize size of the head that the witness had cosigned
 * @param secondSize size of the head that contradicts it
 * @param suspended whether the witness cosigns nothing of that log now
 * @param mine whether it is for the caller to decide that it does again
 */
public record ContradictionView(
    String id,
    String hospital,
    String hospitalName,
    String witness,
    String witnessName,
    Instant seen,
    long firstSize,
    long secondSize,
    boolean suspended,
    boolean mine) {}
