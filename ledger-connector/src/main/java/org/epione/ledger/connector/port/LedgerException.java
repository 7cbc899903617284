package org.epione.ledger.connector.port;

import jakarta.ejb.ApplicationException;

/** Something that was asked of the ledger cannot be done; rolls back, and changes nothing. */
@ApplicationException(rollback = true)
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final LedgerProblem problem;
  private final String detail;

  /** States the problem and what it is about, without secrets or patients' data. */
  public LedgerException(LedgerProblem problem, String detail) {
    super(problem.about(detail));
    this.problem = problem;
    this.detail = detail;
  }

  /** Which problem. */
  public LedgerProblem problem() {
    return problem;
  }

  /** What exactly it is about. */
  public String detail() {
    return detail;
  }
}
