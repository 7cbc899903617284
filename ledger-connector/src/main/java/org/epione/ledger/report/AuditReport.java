package org.epione.ledger.report;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.epione.crypto.transcript.Digest;

/**
 * What an audit looked at and found. It names no person: parties by their codes, everybody else by
 * pseudo-identity.
 *
 * @param id of the audit, a UUID
 * @param auditor code of the auditing body, which signs
 * @param scope what it was of
 * @param begun when it began, and
 * @param ended when it ended, by the auditing body's clock, to the millisecond
 * @param chain the chain that it was about
 * @param findings what was looked at, in order; at least one
 * @param records the records that were looked at, in the order of the chain
 */
public record AuditReport(
    String id,
    String auditor,
    ReportScope scope,
    Instant begun,
    Instant ended,
    ReportedChain chain,
    List<ReportFinding> findings,
    List<ReportedRecord> records) {

  /** Most records in one report. */
  public static final int MAX_RECORDS = 5_000;

  private static final int MAX_FINDINGS = 6 * MAX_RECORDS;
  private static final int MAX_CODE = 32;

  /** Checks the rules above. */
  public AuditReport {
    findings = List.copyOf(findings);
    records = List.copyOf(records);
    begun = ReportText.time(begun);
    ended = ReportText.time(ended);
    ReportText.require(auditor, MAX_CODE, "a code");
    if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new IllegalArgumentException("an audit is named by a UUID");
    }
    if (ended.isBefore(begun)) {
      throw new IllegalArgumentException("an audit ends after it began");
    }
    if (findings.isEmpty() || findings.size() > MAX_FINDINGS || records.size() > MAX_RECORDS) {
      throw new IllegalArgumentException(
          "a report has 1 to "
              + MAX_FINDINGS
              + " findings, and at most "
              + MAX_RECORDS
              + " records");
    }
    Set<Digest> ids = new HashSet<>();
    if (!records.stream().allMatch(each -> ids.add(each.record().id()))) {
      throw new IllegalArgumentException("a record is named once");
    }
  }

  /** Whether nothing was found wrong. */
  public boolean isSound() {
    return findings.stream().allMatch(ReportFinding::ok);
  }
}
