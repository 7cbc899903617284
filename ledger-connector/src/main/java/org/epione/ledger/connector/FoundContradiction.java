package org.epione.ledger.connector;

import java.time.Instant;
import org.epione.ledger.transparency.LogContradiction;

/**
 * A log that contradicted itself before a witness hosted here.
 *
 * @param witness code of the witness
 * @param hospital code of the hospital whose log it is
 * @param seen when
 * @param evidence verifies by itself
 * @param suspended whether the witness cosigns nothing of that log now
 */
public record FoundContradiction(
    String witness, String hospital, Instant seen, LogContradiction evidence, boolean suspended) {}
