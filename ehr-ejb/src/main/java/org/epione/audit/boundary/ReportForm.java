package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an auditor wants a report of.
 *
 * @param hospital code of the hospital whose chain it is
 * @param kind RECORD, EPISODE, PATIENT, DOCTOR or PERIOD
 * @param subjects ids or pseudo-identities, in hexadecimal; none for a period
 * @param from first moment of a period
 * @param until first moment after it
 */
public record ReportForm(
    String hospital,
    String kind,
    List<String> subjects,
    Optional<Instant> from,
    Optional<Instant> until) {

  public ReportForm {
    subjects = List.copyOf(subjects);
  }
}
