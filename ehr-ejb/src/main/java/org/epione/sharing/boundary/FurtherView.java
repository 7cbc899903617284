package org.epione.sharing.boundary;

import java.util.List;

/**
 * A doctor's question for further records, as its patient sees it.
 *
 * @param symptomCode which records are asked for; empty for all
 * @param records what she can offer
 */
public record FurtherView(String symptomCode, List<OwnRecordView> records) {

  public FurtherView {
    records = List.copyOf(records);
  }

  /** Without the symptom. */
  @Override
  public String toString() {
    return "FurtherView";
  }
}
