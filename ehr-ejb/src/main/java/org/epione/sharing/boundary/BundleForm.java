package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a doctor fills in to ask for several records in one act.
 *
 * @param hospital code of the hospital that keeps them
 * @param references the episodes' references, {@code E-XXXX-XXXX-XXXX}
 * @param notAfter until when she wants to be able to read
 * @param further whether she asks the patient for further records, and for which: those with this
 *     symptom code, or all where it is empty
 */
public record BundleForm(
    String hospital,
    List<String> references,
    Purpose purpose,
    Instant notAfter,
    Optional<String> further) {

  public BundleForm {
    references = List.copyOf(references);
  }

  /** Without the references. */
  @Override
  public String toString() {
    return "BundleForm";
  }
}
