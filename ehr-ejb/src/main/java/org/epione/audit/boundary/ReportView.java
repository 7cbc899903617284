package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An audit that ends with a report.
 *
 * @param kind RECORD, EPISODE, PATIENT, DOCTOR or PERIOD
 * @param subjects ids or pseudo-identities, in hexadecimal
 * @param checks how many checks it is made of; 0 while that is not known
 * @param done how many of them are done
 * @param sound whether nothing was found wrong; counts once DONE
 */
public record ReportView(
    String id,
    String hospital,
    String kind,
    List<String> subjects,
    Optional<Instant> from,
    Optional<Instant> until,
    Instant begunAt,
    ReportState state,
    Optional<Instant> endedAt,
    long checks,
    long done,
    boolean sound) {

  public ReportView {
    subjects = List.copyOf(subjects);
  }

  /** Whether it goes on. */
  public boolean open() {
    return state == ReportState.PLANNED || state == ReportState.RUNNING;
  }

  /** How much of it is done, 0 to 100. */
  public int percent() {
    return checks == 0 ? 0 : (int) (100 * done / checks);
  }
}
