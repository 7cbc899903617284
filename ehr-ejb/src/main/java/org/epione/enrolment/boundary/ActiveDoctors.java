package org.epione.enrolment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import org.epione.ledger.connector.Chains;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * The doctors of the hospitals hosted here who may act: enrolled, and in good standing on their
 * hospital's chain. For the other features; pages and resources do not call this.
 */
@Stateless
@PermitAll
public class ActiveDoctors {

  @EJB private Doctors doctors;
  @EJB private Chains chains;

  /**
   * The doctor of this account.
   *
   * @throws RefusedException EHR-1002 when her hospital has not enrolled her, or has expelled her
   */
  public DoctorView require(AccountId account) {
    return doctors
        .byAccount(account)
        .filter(doctor -> doctor.state() == DoctorState.ENROLLED)
        .filter(doctor -> chains.state(doctor.hospital().value()).inGoodStanding(doctor.pid()))
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.ACCESS_DENIED,
                    "Your hospital has not enrolled you, or you are not in good standing."));
  }
}
