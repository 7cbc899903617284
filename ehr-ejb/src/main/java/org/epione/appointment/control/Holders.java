package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.guardian.boundary.Guardians;

/**
 * Whether an appointment password counts. A minor's is known to whoever acts for her, and parents
 * may share it: from the end of any guardianship on, none counts that was set before, and nothing
 * that was agreed by it. This is looked at with each use, and depends on no timer.
 */
@ApplicationScoped
public class Holders {

  @EJB private Guardians guardians;

  /** Whether a password that was set then is of somebody who books for that patient now. */
  boolean counts(PatientFacts patient, Instant setAt) {
    return (patient.active() || guardians.hasGuardian(patient.account()))
        && !guardians.hasEndedSince(patient.account(), setAt);
  }
}
