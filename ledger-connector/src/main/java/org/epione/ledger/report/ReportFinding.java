package org.epione.ledger.report;

/**
 * One thing that was looked at.
 *
 * @param check what kind of check, for example {@code SIGNATURE}
 * @param subject what was checked, for example a type of record with its place
 * @param ok whether it holds
 * @param detail in one sentence
 * @param party who answers for it: the code of a party, or a role and pseudo-identity
 */
public record ReportFinding(String check, String subject, boolean ok, String detail, String party) {

  /** Checks the lengths. */
  public ReportFinding {
    ReportText.require(check, 16, "a check");
    ReportText.require(subject, 64, "a subject");
    ReportText.require(detail, 512, "a detail");
    ReportText.require(party, 300, "a party");
  }
}
