package org.epione.supervision.boundary;

import java.time.Instant;

/**
 * A report against a hospital that stands on its chain and has waited for a decision for longer
 * than it should: the hospital may have held back the message that goes with it.
 *
 * @param id names it, in hex
 * @param since when it was made
 */
public record OverdueReport(String id, Instant since) {}
