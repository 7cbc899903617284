package org.epione.matching.boundary;

import java.time.Instant;

/**
 * One message of a reported conversation.
 *
 * @param byReporter whether the patient who reported it wrote it; what the other wrote came from
 *     the other's hospital in this form
 */
public record ReportedMessage(boolean byReporter, String text, Instant saidAt) {

  /** Without the text. */
  @Override
  public String toString() {
    return "ReportedMessage";
  }
}
