package org.epione.supervision.boundary;

import java.util.List;

/**
 * Scores of one chain.
 *
 * @param hospital code of the hospital whose chain it is
 * @param hospitalName its name
 * @param height of the last block that was counted
 * @param weights the rules in force
 * @param scores the hospital's first, then doctors by name or pseudo-identity
 * @param overdue reports that wait for too long, the oldest first
 */
public record CreditView(
    String hospital,
    String hospitalName,
    long height,
    WeightsView weights,
    List<ScoreView> scores,
    List<OverdueReport> overdue) {}
