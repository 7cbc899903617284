package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.List;

/**
 * What a doctor fills in to ask for several records in one act.
 *
 * @param hospital code of the hospital that keeps them
 * @param references the episodes' references, {@code E-XXXX-XXXX-XXXX}
 * @param notAfter until when she wants to be able to read
 */
public record BundleForm(
    String hospital, List<String> references, Purpose purpose, Instant notAfter) {

  public BundleForm {
    references = List.copyOf(references);
  }

  /** Without the references. */
  @Override
  public String toString() {
    return "BundleForm";
  }
}
