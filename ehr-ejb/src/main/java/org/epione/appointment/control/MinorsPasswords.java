package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.custody.boundary.Acting;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.boundary.GuardianshipEnd;

/** What books for a minor goes with each guardianship that ends; who still acts sets another. */
@ApplicationScoped
public class MinorsPasswords implements GuardianshipEnd {

  @EJB private Patients patients;
  @Inject private VerifierBook verifiers;

  @Override
  public void ended(Acting acting) {
    patients.byAccount(acting.account()).ifPresent(verifiers::forget);
  }
}
