package org.epione.sharing.boundary;

import java.time.Instant;

/**
 * That somebody read, or was refused, as it stands on the chain.
 *
 * @param readAt when, by the reader's signed record or the system manager's refusal
 * @param doctorName who
 * @param height of the block
 * @param allowed false for a refusal
 * @param reason of a refusal, else empty
 */
public record ReadEvent(
    Instant readAt, String doctorName, long height, boolean allowed, String reason) {

  /** Without the name. */
  @Override
  public String toString() {
    return "ReadEvent";
  }
}
