package org.epione.sharing.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.epione.account.boundary.Caller;
import org.epione.enrolment.boundary.ActiveDoctors;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.platform.error.RefusedException;

/** The enrolment of the doctors who ask. */
@ApplicationScoped
public class EnrolledDoctors {

  @EJB private ActiveDoctors active;

  /**
   * The calling doctor's enrolment.
   *
   * @throws RefusedException EHR-1002 when her hospital has not enrolled her, or has expelled her
   */
  EnrolledDoctor require(Caller doctor) {
    DoctorView enrolled = active.require(doctor.accountId());
    return new EnrolledDoctor(enrolled.certificate(), enrolled.displayName(), enrolled.specialty());
  }
}
