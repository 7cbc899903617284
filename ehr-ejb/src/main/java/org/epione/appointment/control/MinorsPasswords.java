package org.epione.appointment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.custody.boundary.Acting;
import org.epione.guardian.boundary.GuardianshipEnd;

/** What books for a minor goes with each guardianship that ends; who still acts sets another. */
@ApplicationScoped
public class MinorsPasswords implements GuardianshipEnd {

  @Inject private VerifierBook verifiers;

  @Override
  public void ended(Acting acting) {
    verifiers.forget(acting.account());
  }
}
