package org.epione.recovery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.HeldErasure;

/**
 * Destroys the system manager's share of a forgotten patient's key, and what was written about her
 * recoveries.
 */
@ApplicationScoped
public class HeldPasswordShares implements HeldErasure {

  @Inject private CaseRegister register;

  @Override
  public Held what() {
    return Held.PASSWORD_SHARES;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    return register.forget(patient.hospital(), patient.account());
  }
}
