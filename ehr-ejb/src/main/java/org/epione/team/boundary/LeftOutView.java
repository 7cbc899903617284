package org.epione.team.boundary;

import java.time.Instant;

/** Tells a doctor that a team went on without her: nothing medical. */
public record LeftOutView(String reference, int place, String reason, Instant at) {

  /** Never why. */
  @Override
  public String toString() {
    return reference + " " + place;
  }
}
