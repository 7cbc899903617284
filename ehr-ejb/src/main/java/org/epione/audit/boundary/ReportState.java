package org.epione.audit.boundary;

/** How far an audit is that ends with a report. */
public enum ReportState {
  /** What has to be checked is still to be found out. */
  PLANNED,
  RUNNING,
  /** There is a signed report. */
  DONE,
  /** The auditor stopped it. */
  CANCELLED,
  /** It covers more than a report holds. */
  TOO_LARGE,
  /** Something failed inside; the log says what. */
  FAILED
}
