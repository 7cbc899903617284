package org.epione.matching.boundary;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;

/**
 * A search that runs.
 *
 * @param sealed the symptom, as the browser sealed it
 * @param compared how many comparisons were begun
 * @param most how many can be
 */
public record SearchView(
    Reach reach, ByteString sealed, Instant begunAt, Instant endsAt, long compared, long most) {

  /** Without what is sealed. */
  @Override
  public String toString() {
    return "SearchView";
  }
}
