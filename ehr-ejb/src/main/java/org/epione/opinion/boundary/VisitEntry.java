package org.epione.opinion.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A turn at another hospital, in a doctor's list.
 *
 * @param id of the question that she agreed to
 * @param hospital name of the other hospital
 * @param sent whether what she did is on its way there
 * @param refusal why it did not take what she did, as a stable word
 */
public record VisitEntry(
    String id,
    int step,
    String hospital,
    String reference,
    String question,
    Instant openedAt,
    Instant dueAt,
    boolean overdue,
    boolean sent,
    Optional<String> refusal) {

  /** Never the question. */
  @Override
  public String toString() {
    return id + "-" + step;
  }
}
