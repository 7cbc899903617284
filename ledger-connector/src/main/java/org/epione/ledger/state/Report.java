package org.epione.ledger.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.MatterId;
import org.epione.ledger.rules.Severity;

/**
 * A doctor's report against the hospital as the chain knows it.
 *
 * @param id names it
 * @param doctor who reports
 * @param text commitment to what the doctor wrote
 * @param records digests of the contents of the records named
 * @param at time of the report
 * @param decision what the system manager decided, once it has
 */
public record Report(
    MatterId id,
    Pid doctor,
    Digest text,
    List<Digest> records,
    Instant at,
    Optional<Decision> decision) {

  /**
   * The decision on a report.
   *
   * @param severity how serious; absent if dismissed
   * @param reason commitment to the reason
   * @param at its time
   */
  public record Decision(Optional<Severity> severity, Digest reason, Instant at) {}

  /** How long the system manager may take before somebody should ask why. */
  public static final Duration DUE = Duration.ofDays(14);

  /** Whether it has waited for longer than that: it may have been held back. */
  public boolean isOverdue(Instant now) {
    return decision.isEmpty() && at.plus(DUE).isBefore(now);
  }

  Report decided(Decision value) {
    return new Report(id, doctor, text, records, at, Optional.of(value));
  }
}
