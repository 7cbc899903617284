package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.account.boundary.Caller;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** The enrolment of the doctors who ask. */
@ApplicationScoped
public class EnrolledDoctors {

  @EJB private Doctors doctors;
  @Inject private HospitalChain chain;

  /**
   * The calling doctor's enrolment.
   *
   * @throws RefusedException EHR-1002 when her hospital has not enrolled her, or has expelled her
   */
  EnrolledDoctor require(Caller doctor) {
    return doctors
        .byAccount(doctor.accountId())
        .filter(each -> each.state() == DoctorState.ENROLLED)
        .filter(each -> inGoodStanding(each))
        .map(each -> new EnrolledDoctor(each.certificate(), each.displayName(), each.specialty()))
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.ACCESS_DENIED,
                    "Your hospital has not enrolled you, or you are not in good standing."));
  }

  private boolean inGoodStanding(DoctorView doctor) {
    return chain
        .credit(doctor.hospital(), doctor.pid())
        .filter(HospitalChain.Credit::inGoodStanding)
        .isPresent();
  }
}
