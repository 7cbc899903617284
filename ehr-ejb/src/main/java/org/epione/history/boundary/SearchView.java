package org.epione.history.boundary;

import java.time.Instant;
import java.util.List;

/**
 * A search as the patient sees it.
 *
 * @param symptomCode what was searched for
 * @param tested records of the hospital, hers and others', that were tested
 * @param unreadable such that could not be
 * @param total how many there were when it began
 * @param found her finished records with the symptom, latest first, as far as it is
 */
public record SearchView(
    String id,
    String symptomCode,
    Instant begunAt,
    SearchStanding standing,
    long tested,
    long unreadable,
    long total,
    List<FoundRecord> found) {

  public SearchView {
    found = List.copyOf(found);
  }

  /** Without the symptom. */
  @Override
  public String toString() {
    return "SearchView[" + id + ", " + standing + "]";
  }
}
