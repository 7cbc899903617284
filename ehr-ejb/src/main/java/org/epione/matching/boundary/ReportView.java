package org.epione.matching.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A reported conversation in an administrator's list.
 *
 * @param reporter name of the patient who reported it
 * @param peer pseudonym of the other, in hexadecimal; her hospital can resolve it
 * @param peerHospital name of the other's hospital
 * @param reason what the reporter wrote
 * @param note what the administrator wrote, once it is closed
 */
public record ReportView(
    String id,
    String reporter,
    String peer,
    String peerHospital,
    String reason,
    Instant reportedAt,
    Optional<Instant> closedAt,
    Optional<String> note) {

  /** Without what is in it. */
  @Override
  public String toString() {
    return "ReportView " + id;
  }
}
