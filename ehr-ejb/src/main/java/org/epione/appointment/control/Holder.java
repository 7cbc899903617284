package org.epione.appointment.control;

import java.time.Instant;
import org.epione.appointment.boundary.AccountKind;
import org.epione.crypto.transcript.Digest;

/**
 * Whose appointment password is used in a run.
 *
 * @param id a patient's registration, a doctor's account
 * @param setAt when the password was set that the run began with
 * @param verifier of what is kept in its place, which is protected anew each time one is set: also
 *     the same password set again, or within the same moment, is another
 */
record Holder(AccountKind kind, String id, Instant setAt, Digest verifier) {

  /** Without who. */
  @Override
  public String toString() {
    return "Holder";
  }
}
