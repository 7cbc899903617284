package org.epione.team.boundary;

import java.time.Instant;

/** What a doctor before wrote, decrypted and verified. */
public record PartView(int place, String doctor, Instant signedAt, String text) {

  /** Never the text. */
  @Override
  public String toString() {
    return "part " + place;
  }
}
