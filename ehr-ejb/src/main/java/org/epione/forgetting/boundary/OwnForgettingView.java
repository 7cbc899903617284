package org.epione.forgetting.boundary;

import java.time.Instant;

/**
 * How it stands, for the patient.
 *
 * @param id the number that she keeps to ask for the certificate
 * @param earliest until when, at least, she can take it back
 * @param answer why it was refused; empty otherwise
 */
public record OwnForgettingView(
    String id, ForgettingState state, Instant asked, Instant earliest, String answer) {

  /** Without the answer. */
  @Override
  public String toString() {
    return "OwnForgettingView[" + id + "]";
  }
}
