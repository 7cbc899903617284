package org.epione.sharing.boundary;

import java.util.List;

/**
 * What a patient offers in answer to a doctor's question for further records.
 *
 * @param bundle the question
 * @param hospitalName the hospital that keeps the records
 * @param references of the records
 */
public record OfferView(String bundle, String hospitalName, List<String> references) {

  public OfferView {
    references = List.copyOf(references);
  }

  /** Without the references. */
  @Override
  public String toString() {
    return "OfferView";
  }
}
