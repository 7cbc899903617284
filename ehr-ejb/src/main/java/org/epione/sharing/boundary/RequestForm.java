package org.epione.sharing.boundary;

import java.time.Instant;

/**
 * What a doctor fills in to ask for a record.
 *
 * @param hospital code of the hospital that keeps it
 * @param reference the episode's reference, {@code E-XXXX-XXXX-XXXX}
 * @param notAfter until when she wants to be able to read
 */
public record RequestForm(String hospital, String reference, Purpose purpose, Instant notAfter) {

  /** Without the reference. */
  @Override
  public String toString() {
    return "RequestForm";
  }
}
