package org.epione.station;

import java.io.IOException;

/** The hospital's portal did not do what the station asked for. */
final class HospitalRefusal extends IOException {

  private static final long serialVersionUID = 1L;
  private static final String UNKNOWN_STATION = "EHR-4620";

  private final String code;

  HospitalRefusal(int status, String code) {
    super("the portal answered " + status + " " + code);
    this.code = code;
  }

  /** Whether no doctor has enrolled this station, or not any more. */
  boolean isUnknownStation() {
    return code.equals(UNKNOWN_STATION);
  }
}
