package org.epione.emergency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.HeldErasure;
import org.epione.platform.identity.PartyCode;

/**
 * Destroys the system manager's share of the key of a forgotten patient's records, and what was
 * written about her emergencies.
 */
@ApplicationScoped
public class HeldEmergencyShares implements HeldErasure {

  @Inject private ShareRegister shares;
  @Inject private EmergencyCaseRegister cases;

  @Override
  public Held what() {
    return Held.EMERGENCY_SHARES;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    boolean held = shares.forget(PartyCode.SYSTEM_MANAGER, patient.hospital(), patient.account());
    return cases.forget(patient.hospital(), patient.account()) + (held ? 1 : 0);
  }
}
