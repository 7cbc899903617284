package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.boundary.GuardianshipEnd;
import org.epione.platform.identity.AccountId;

/** What books for a minor goes with each guardianship that ends; who still acts sets another. */
@ApplicationScoped
public class MinorsPasswords implements GuardianshipEnd {

  @EJB private Patients patients;
  @Inject private VerifierBook verifiers;

  @Override
  public void ended(AccountId ward) {
    patients.byAccount(ward).ifPresent(verifiers::forget);
  }
}
