package org.epione.appointment.control;

import java.time.Instant;
import org.epione.appointment.boundary.AccountKind;

/**
 * Whose appointment password is used in a run.
 *
 * @param id a patient's registration, a doctor's account
 * @param setAt when the password was set that the run began with
 */
record Holder(AccountKind kind, String id, Instant setAt) {

  /** Without who. */
  @Override
  public String toString() {
    return "Holder";
  }
}
