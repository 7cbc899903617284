package org.epione.enrolment.boundary;

import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * A doctor as the hospital that enrolled her knows her. Her standing is the chain's, not ours.
 *
 * @param certificate her keys, signed by the hospital; its pseudo-identity is one for life
 */
public record DoctorView(
    AccountId account,
    PartyCode hospital,
    String displayName,
    String specialty,
    DoctorCertificate certificate,
    DoctorState state) {

  /** PID_D. */
  public Pid pid() {
    return certificate.pid();
  }
}
