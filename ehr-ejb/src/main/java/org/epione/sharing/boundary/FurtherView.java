package org.epione.sharing.boundary;

import java.util.List;
import java.util.Optional;
import org.epione.history.boundary.SearchView;

/**
 * A doctor's question for further records, as its patient sees it.
 *
 * @param symptomCode which records are asked for; empty for all
 * @param search her search for records with that code; empty before it is begun, or after a day
 * @param records what she can offer; with a code, as far as the search has found them
 */
public record FurtherView(
    String symptomCode, Optional<SearchView> search, List<OwnRecordView> records) {

  public FurtherView {
    records = List.copyOf(records);
  }

  /** Without the symptom. */
  @Override
  public String toString() {
    return "FurtherView";
  }
}
