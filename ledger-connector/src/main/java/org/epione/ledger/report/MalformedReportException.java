package org.epione.ledger.report;

/** Bytes that are not a report; the message says why and quotes nothing of them. */
public final class MalformedReportException extends RuntimeException {

  MalformedReportException(String message) {
    super(message);
  }

  MalformedReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
