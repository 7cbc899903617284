package org.epione.forgetting.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * A legal hold.
 *
 * @param number the patient's with the hospital
 * @param name of the patient
 * @param by who set it
 * @param until it ends by itself then
 * @param holds whether it does now
 */
public record LegalHoldView(
    String id,
    String number,
    String name,
    String reason,
    String by,
    Instant set,
    Instant until,
    Optional<Instant> lifted,
    boolean holds) {

  /** Without what is in it. */
  @Override
  public String toString() {
    return "LegalHoldView[" + id + "]";
  }
}
