package org.epione.ledger.connector.store;

import java.time.Instant;
import org.epione.ledger.transparency.LogContradiction;

/**
 * Evidence that a witness hosted here keeps.
 *
 * @param witness code of the witness
 * @param hospital code of the hospital whose log contradicted itself
 * @param seen when
 * @param evidence verifies by itself
 */
public record ContradictionRow(
    String witness, String hospital, Instant seen, LogContradiction evidence) {}
