package org.epione.appointment.control;

import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.appointment.boundary.AccountKind;
import org.epione.platform.error.RefusedException;

/** What one kind of account does and sees under the treatment key, as far as it may. */
interface Counter {

  /** Whose it is. */
  AccountKind kind();

  /**
   * Does what is asked for, in transactions of its own that are over afterwards.
   *
   * @throws RefusedException if it may not be, or cannot
   */
  void carryOut(Caller caller, DeskRequest request);

  /** All that the caller sees now, and why the last request was refused, if it was. */
  byte[] state(Caller caller, Optional<RefusedException> refusal);
}
