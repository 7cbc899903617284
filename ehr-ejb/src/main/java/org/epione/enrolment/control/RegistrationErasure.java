package org.epione.enrolment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/** Destroys a patient's registration: last of all, because the other steps find her by it. */
@ApplicationScoped
public class RegistrationErasure implements PatientErasure {

  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.REGISTRATION;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    return rows.change("delete from Patient p where p.account = :of", patient.account().toString());
  }
}
